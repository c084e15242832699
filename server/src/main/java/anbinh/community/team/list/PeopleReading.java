package anbinh.community.team.list;

import anbinh.community.team.list.TeamRow.Person;
import anbinh.community.team.list.TeamRow.Unit;
import anbinh.community.team.member.Doubles;
import anbinh.community.team.member.Identity;
import anbinh.community.team.member.MemberRules;
import anbinh.community.team.member.MemberTable.Known;
import anbinh.community.team.member.Position;
import anbinh.community.team.member.TermRules;
import anbinh.community.team.member.TermRules.Held;
import anbinh.community.team.unit.Paper;
import anbinh.community.team.unit.TeamStandard;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads who is in the teams of a list. Somebody who stands in two rows of one team has two terms;
/// in two teams they are one person too many. Not thread-safe.
final class PeopleReading {
  private final Present present;
  private final Ids ids;
  private final LocalDate today;
  private final TeamTally tally;
  private final Map<LocalDate, TeamStandard> standards = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Doubles known = new Doubles();
  private final Map<UUID, List<Known>> ofTeam = new HashMap<>();
  private final Doubles ofFile = new Doubles();
  private final Map<String, UUID> persons = new HashMap<>();

  PeopleReading(Present present, Ids ids, LocalDate today, TeamTally tally) {
    this.present = present;
    this.ids = ids;
    this.today = today;
    this.tally = tally;
  }

  List<Person> read(Map<Unit, List<RawRow>> raws, Set<UUID> communes) {
    Map<UUID, UUID> communeOf = new HashMap<>();
    raws.keySet().forEach(unit -> communeOf.put(unit.id(), unit.communeId()));
    for (List<RawRow> own : raws.values()) {
      for (RawRow row : own) {
        if (row.nationalId != null) {
          hashes.computeIfAbsent(row.nationalId, present::hash);
        }
      }
    }
    for (UUID commune : communes) {
      for (Known each : present.people(List.of(commune))) {
        known.add(each, commune.toString());
        ofTeam.computeIfAbsent(each.teamId(), _ -> new ArrayList<>()).add(each);
      }
    }
    known.addNumbers(present.byNumber(hashes.values()));
    List<Person> people = new ArrayList<>();
    Map<Person, RawRow> rows = new HashMap<>();
    raws.forEach((unit, own) -> {
      for (RawRow row : own) {
        person(row, unit)
            .ifPresent(person -> {
              people.add(person);
              rows.put(person, row);
            });
      }
    });
    checkPapers(people, rows, Person::certificate, TeamColumn.CERTIFICATE, "certificate");
    checkPapers(people, rows, Person::badge, TeamColumn.BADGE, "badge");
    checkTerms(people, rows);
    return people;
  }

  private Optional<Person> person(RawRow row, Unit unit) {
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
    if (isKnown(unit, who)) {
      tally.knownMember();
      return Optional.empty();
    }
    Paper decided = unit.paper();
    MemberRules.identityProblems(who, today).forEach(found -> reject(row, found));
    MemberRules.termProblems(
            who,
            from,
            until,
            row.overAge,
            decided == null ? null : decided.on(),
            standards.computeIfAbsent(from, present::standard))
        .forEach(found -> reject(row, found));
    if (on.isAfter(today)) {
      row.cells.reject(TeamColumn.DECIDED_ON, "past-or-present");
    } else if (decided != null && on.isBefore(decided.on())) {
      row.cells.reject(TeamColumn.DECIDED_ON, "team-before-established", decided.on());
    } else if (from.isBefore(on)) {
      row.cells.reject(TeamColumn.TERM_FROM, "team-list-before-decision", on);
    }
    UUID id = id(row, unit, who);
    if (row.cells.wrong()) {
      return Optional.empty();
    }
    tally.warnings(MemberRules.warnings(who, row.overAge));
    return Optional.of(
        new Person(
            row.number,
            id,
            unit,
            who,
            position,
            from,
            until,
            row.overAge,
            new Paper(number, on, null),
            row.certificate,
            row.badge));
  }

  /// Whether the team has them already.
  private boolean isKnown(Unit unit, Identity who) {
    String hash = hash(who);
    return ofTeam.getOrDefault(unit.id(), List.of()).stream()
        .anyMatch(each -> {
          if (hash != null && each.nationalId() != null) {
            return hash.equals(each.nationalId());
          }
          return each.nameKey().equals(who.nameKey()) && isBornAs(each, who);
        });
  }

  private static boolean isBornAs(Known known, Identity who) {
    LocalDate day = known.birthOn();
    if (day != null && who.birthOn() != null) {
      return day.equals(who.birthOn());
    }
    return known.birthYear() == who.yearOfBirth();
  }

  /// Of somebody who has another row in the team, the same.
  private UUID id(RawRow row, Unit unit, Identity who) {
    String hash = hash(who);
    LocalDate day = who.birthOn();
    String born = day == null ? Integer.toString(who.yearOfBirth()) : day.toString();
    String person = hash == null ? who.nameKey() + " " + born : hash;
    String key = unit.id() + " " + person;
    UUID before = persons.get(key);
    if (before != null) {
      return before;
    }
    UUID id = ids.next();
    persons.put(key, id);
    String commune = unit.communeId().toString();
    Optional<Known> same = known.findSame(hash);
    Optional<Known> here = ofFile.findSame(hash);
    if (same.isPresent()) {
      row.cells.reject(TeamColumn.NATIONAL_ID, "team-member-elsewhere", same.get().teamCode());
    } else if (here.isPresent()) {
      row.cells.reject(TeamColumn.NATIONAL_ID, "team-list-same", here.get().teamCode());
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
            id,
            unit.id(),
            Integer.toString(row.number),
            who.nameKey(),
            who.yearOfBirth(),
            who.birthOn(),
            hash),
        commune);
    return id;
  }

  private void checkPapers(
      List<Person> people,
      Map<Person, RawRow> rows,
      Function<Person, @Nullable String> says,
      TeamColumn column,
      String name) {
    Set<String> taken =
        present.takenPapers(name, people.stream().map(says).filter(Objects::nonNull).toList());
    Map<String, Person> seen = new HashMap<>();
    for (Person person : people) {
      String number = says.apply(person);
      if (number == null) {
        continue;
      }
      Person before = seen.putIfAbsent(number, person);
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
    Collection<UUID> knownTeams = new HashSet<>();
    people.stream()
        .filter(person -> !person.unit().fresh())
        .forEach(person -> knownTeams.add(person.unit().id()));
    Map<UUID, List<Held>> held = knownTeams.isEmpty() ? Map.of() : present.held(knownTeams);
    byTeam.forEach((team, own) -> {
      List<Held> wanted =
          own.stream()
              .map(person ->
                  new Held(
                      person, person.id(), person.position(), person.from(), person.until(), null))
              .toList();
      for (TermRules.Clash clash : TermRules.clashes(held.getOrDefault(team, List.of()), wanted)) {
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
