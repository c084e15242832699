package anbinh.team.imports;

import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.team.Identity;
import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.team.imports.TeamRow.Person;
import anbinh.team.imports.TeamRow.Unit;
import anbinh.team.member.DuplicateDetector;
import anbinh.team.member.MemberRules;
import anbinh.team.member.MemberTable.Known;
import anbinh.team.member.MemberTable.Past;
import anbinh.team.member.NationalIdRules;
import anbinh.team.member.TermRules;
import anbinh.team.member.TermRules.Held;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads who is in the teams of a list. Somebody who stands in two rows of one team has two terms;
/// in two teams they are one person too many. Not thread-safe.
final class PeopleReading {
  private final ExistingTeams present;
  private final Ids ids;
  private final LocalDate today;
  private final TeamImportSummary summary;
  private final Predicate<UUID> seen;
  private final NationalIdRules numbers;
  private final Map<LocalDate, TeamStandard> standards = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final DuplicateDetector known = new DuplicateDetector();
  private final Map<UUID, List<Known>> ofTeam = new HashMap<>();
  private final Map<UUID, List<Past>> past = new HashMap<>();
  private final DuplicateDetector ofFile = new DuplicateDetector();
  private final Map<UUID, List<ListedPerson>> listed = new LinkedHashMap<>();
  private Map<UUID, List<Held>> held = Map.of();

  /// @param seen whether the reader works in the commune of a team, by the team
  PeopleReading(
      ExistingTeams present,
      Ids ids,
      LocalDate today,
      TeamImportSummary summary,
      Predicate<UUID> seen) {
    this.present = present;
    this.ids = ids;
    this.today = today;
    this.summary = summary;
    this.seen = seen;
    this.numbers = present.nationalIdRules();
  }

  /// A row that says of somebody what is new.
  private record New(RawRow row, ListedPerson who, Unit unit, Position position, Paper paper) {
    LocalDate from() {
      return Objects.requireNonNull(row.from);
    }

    LocalDate until() {
      return Objects.requireNonNull(row.until);
    }
  }

  List<Person> read(Map<Unit, List<RawRow>> raws, Set<UUID> communes) {
    for (List<RawRow> own : raws.values()) {
      for (RawRow row : own) {
        if (row.nationalId != null) {
          hashes.computeIfAbsent(row.nationalId, present::hash);
        }
      }
    }
    for (UUID commune : communes) {
      for (Known each : present.people(commune)) {
        known.add(each, commune.toString());
        ofTeam.computeIfAbsent(each.teamId(), _ -> new ArrayList<>()).add(each);
      }
    }
    known.addNumbers(present.byNumber(hashes.values()));
    List<UUID> there = raws.keySet().stream().filter(unit -> !unit.fresh()).map(Unit::id).toList();
    present
        .past(there)
        .forEach(
            each -> past.computeIfAbsent(each.who().teamId(), _ -> new ArrayList<>()).add(each));
    held = present.held(there);
    List<New> found = new ArrayList<>();
    raws.forEach((unit, own) -> {
      for (RawRow row : own) {
        person(row, unit).ifPresent(found::add);
      }
    });
    listed.values().forEach(own -> own.forEach(this::checkDoubles));
    List<Person> people = new ArrayList<>();
    Map<Person, RawRow> rows = new HashMap<>();
    for (New each : found) {
      if (!each.row().cells.wrong()) {
        Person person = person(each);
        people.add(person);
        rows.put(person, each.row());
      }
    }
    checkPapers(people, rows, Person::certificate, TeamColumn.CERTIFICATE, "certificate");
    checkPapers(people, rows, Person::badge, TeamColumn.BADGE, "badge");
    checkTerms(people, rows);
    people.stream().collect(Collectors.groupingBy(Person::id)).values().forEach(this::warn);
    return people;
  }

  /// Of somebody once, in however many terms.
  private void warn(List<Person> terms) {
    summary.warnings(
        MemberRules.warnings(terms.getFirst().who(), terms.stream().anyMatch(Person::overAge)));
  }

  private static Person person(New each) {
    ListedPerson who = each.who();
    return new Person(
        each.row().cells.row(),
        who.id(),
        each.unit(),
        who.identity(),
        each.position(),
        each.from(),
        each.until(),
        each.row().overAge,
        each.paper(),
        who.certificate(),
        who.badge());
  }

  private Optional<New> person(RawRow row, Unit unit) {
    Identity who = row.identity();
    LocalDate from = row.from;
    LocalDate until = row.until;
    Position position = row.position;
    String number = row.paper;
    LocalDate on = row.paperOn;
    if (who == null
        || from == null
        || until == null
        || position == null
        || number == null
        || on == null) {
      return Optional.empty();
    }
    if (isKnown(row, unit, who, position, from)) {
      summary.knownMember();
      return Optional.empty();
    }
    Paper decided = unit.paper();
    MemberRules.identityProblems(who, today, numbers).forEach(problem -> reject(row, problem));
    MemberRules.termProblems(
            who,
            from,
            until,
            row.overAge,
            decided == null ? null : decided.on(),
            standards.computeIfAbsent(from, present::standard))
        .forEach(problem -> reject(row, problem));
    if (on.isAfter(today)) {
      row.cells.reject(TeamColumn.DECIDED_ON, "past-or-present");
    } else if (decided != null && on.isBefore(decided.on())) {
      row.cells.reject(TeamColumn.DECIDED_ON, "team-before-established", decided.on());
    } else if (from.isBefore(on)) {
      row.cells.reject(TeamColumn.TERM_FROM, "team-list-before-decision", on);
    }
    ListedPerson listedAs = listed(row, unit, who);
    if (row.cells.wrong()) {
      return Optional.empty();
    }
    return Optional.of(new New(row, listedAs, unit, position, new Paper(number, on, null)));
  }

  /// Whether the team has them already, or had them and they left since. Whom it refused no list
  /// brings in.
  private boolean isKnown(RawRow row, Unit unit, Identity who, Position position, LocalDate from) {
    List<Known> members = ofTeam.getOrDefault(unit.id(), List.of());
    if (members.stream().anyMatch(each -> isSame(each, row, who, position, from))) {
      return true;
    }
    for (Past each : past.getOrDefault(unit.id(), List.of())) {
      LocalDate left = each.leftOn();
      if (isSame(each.who(), row, who, position, from)) {
        if (left == null) {
          row.cells.reject(TeamColumn.NAME, "team-list-refused");
        } else if (from.isBefore(left)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The same number is the same person; the same name and birth are, unless the row says that they
  /// are another person, who then is known by the term.
  private boolean isSame(Known each, RawRow row, Identity who, Position position, LocalDate from) {
    String hash = hash(who);
    if (hash != null && each.nationalId() != null) {
      return hash.equals(each.nationalId());
    }
    if (!each.nameKey().equals(who.nameKey()) || !isBornAs(each, who)) {
      return false;
    }
    return !row.anotherPerson
        || held.getOrDefault(each.teamId(), List.of()).stream()
            .anyMatch(term ->
                term.person().equals(each.id())
                    && term.position() == position
                    && term.from().equals(from));
  }

  private static boolean isBornAs(Known known, Identity who) {
    LocalDate day = known.birthOn();
    if (day != null && who.birthOn() != null) {
      return day.equals(who.birthOn());
    }
    return known.birthYear() == who.yearOfBirth();
  }

  /// Of somebody who has another row in the team, the same.
  private ListedPerson listed(RawRow row, Unit unit, Identity who) {
    List<ListedPerson> own = listed.computeIfAbsent(unit.id(), _ -> new ArrayList<>());
    for (ListedPerson each : own) {
      if (each.is(row, who)) {
        each.add(row, who);
        return each;
      }
    }
    var person = new ListedPerson(ids.next(), unit, row, who);
    own.add(person);
    return person;
  }

  /// Whether somebody is in another team, or maybe.
  private void checkDoubles(ListedPerson person) {
    RawRow row = person.row();
    Identity who = person.identity();
    String hash = hash(who);
    String commune = person.unit().communeId().toString();
    Optional<Known> same = known.findSame(hash);
    Optional<Known> here = ofFile.findSame(hash);
    if (same.isPresent()) {
      rejectElsewhere(person.numberRow(), same.get());
    } else if (here.isPresent()) {
      person
          .numberRow()
          .cells
          .reject(TeamColumn.NATIONAL_ID, "team-list-same", here.get().teamCode());
    } else if (!row.anotherPerson) {
      String name = who.nameKey();
      known
          .findMaybeSame(name, who.birthOn(), hash, commune)
          .ifPresent(
              one -> row.cells.reject(TeamColumn.NAME, "team-list-maybe-known", one.teamCode()));
      ofFile
          .findMaybeSame(name, who.birthOn(), hash, commune)
          .ifPresent(
              one -> row.cells.reject(TeamColumn.NAME, "team-list-maybe-same", one.teamCode()));
    }
    ofFile.add(
        new Known(
            person.id(),
            person.unit().id(),
            Integer.toString(row.cells.row()),
            who.nameKey(),
            who.yearOfBirth(),
            who.birthOn(),
            hash),
        commune);
  }

  /// Which team it is, is told to who works there only.
  private void rejectElsewhere(RawRow row, Known same) {
    if (seen.test(same.teamId())) {
      row.cells.reject(TeamColumn.NATIONAL_ID, "team-member-elsewhere", same.teamCode());
    } else {
      row.cells.reject(TeamColumn.NATIONAL_ID, "team-member-somewhere");
    }
  }

  private void checkPapers(
      List<Person> people,
      Map<Person, RawRow> rows,
      Function<Person, @Nullable String> says,
      TeamColumn column,
      String name) {
    Set<String> taken =
        present.takenPapers(name, people.stream().map(says).filter(Objects::nonNull).toList());
    Map<String, Person> first = new HashMap<>();
    for (Person person : people) {
      String number = says.apply(person);
      if (number == null) {
        continue;
      }
      Person before = first.putIfAbsent(number, person);
      RawRow row = Objects.requireNonNull(rows.get(person));
      if (taken.contains(number)) {
        row.cells.reject(column, "team-paper-taken");
      } else if (before != null && !before.id().equals(person.id())) {
        row.cells.reject(column, "team-list-repeated", before.row());
      }
    }
  }

  private void checkTerms(List<Person> people, Map<Person, RawRow> rows) {
    Map<UUID, List<Person>> byTeam = new HashMap<>();
    people.forEach(
        person -> byTeam.computeIfAbsent(person.unit().id(), _ -> new ArrayList<>()).add(person));
    byTeam.forEach((team, own) -> {
      List<Held> requested =
          own.stream()
              .map(person ->
                  new Held(
                      person, person.id(), person.position(), person.from(), person.until(), null))
              .toList();
      for (TermRules.Clash clash :
          TermRules.clashes(held.getOrDefault(team, List.of()), requested)) {
        RawRow row = Objects.requireNonNull(rows.get((Person) clash.key()));
        row.cells.reject(
            clash.code().equals("team-leader-taken") ? TeamColumn.POSITION : TeamColumn.TERM_FROM,
            clash.code(),
            clash.with().from(),
            clash.with().until());
      }
    });
  }

  private @Nullable String hash(Identity who) {
    String number = who.nationalId();
    return number == null ? null : hashes.get(number);
  }

  private static void reject(RawRow row, FieldProblem found) {
    TeamColumn column =
        switch (found.field()) {
          case "birthYear", "birthOn" -> TeamColumn.BORN;
          case "nationalId" -> TeamColumn.NATIONAL_ID;
          case "phone" -> TeamColumn.PHONE;
          case "healthOn" -> TeamColumn.HEALTH_ON;
          case "from" -> TeamColumn.TERM_FROM;
          case "until" -> TeamColumn.TERM_UNTIL;
          default -> TeamColumn.NAME;
        };
    row.cells.reject(column, found.code(), found.arguments().toArray());
  }
}
