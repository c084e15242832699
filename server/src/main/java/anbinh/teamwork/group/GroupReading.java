package anbinh.teamwork.group;

import anbinh.areas.Area;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.WrittenText;
import anbinh.platform.sheet.RowGroup;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Paper;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import anbinh.teamwork.group.Group.Leader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list of groups of households by all rules; it writes nothing. A group that there is, by
/// its village, kind and name however its accents were composed, is left as it is, and so is one
/// that ended since; who leads it already is left, too. Not thread-safe.
final class GroupReading {
  private final SheetVocabulary<GroupColumn> words;
  private final Ids ids;
  private final LocalDate today;
  private final Function<String, Optional<Area>> communes;
  private final BiFunction<Area, String, Optional<Area>> villages;
  private final Known known;
  private final GroupImportSummary summary;

  /// What there is already.
  interface Known {
    /// All groups of some communes, those that ended among them.
    List<Group> groups(Set<UUID> communes);

    List<Leader> leaders(List<UUID> groups);
  }

  /// @param communes by what the list says; it refuses those that are not the person's
  /// @param villages of a commune by code or name
  GroupReading(
      SheetVocabulary<GroupColumn> words,
      Ids ids,
      LocalDate today,
      Function<String, Optional<Area>> communes,
      BiFunction<Area, String, Optional<Area>> villages,
      Known known,
      GroupImportSummary summary) {
    this.words = words;
    this.ids = ids;
    this.today = today;
    this.communes = communes;
    this.villages = villages;
    this.known = known;
    this.summary = summary;
  }

  /// A group of a list.
  ///
  /// @param fresh whether it is a new one, and not one that there is
  /// @param leaders who are added to it, those who began first at the top
  record Listed(
      UUID id,
      Kind kind,
      UUID communeId,
      UUID villageId,
      String villageName,
      String name,
      int households,
      Paper paper,
      boolean fresh,
      List<Leader> leaders) {
    Listed {
      leaders = List.copyOf(leaders);
    }

    @Override
    public String toString() {
      return "Listed[" + id + "]";
    }
  }

  /// @param hold keeps others from adding groups in some communes
  /// @throws anbinh.platform.Problem when it is no list of groups
  List<Listed> read(SheetFile file, Consumer<Set<UUID>> hold) {
    Map<String, List<GroupRow>> byGroup = new LinkedHashMap<>();
    Set<UUID> named = new TreeSet<>();
    summary.read(
        file,
        words,
        cells -> {
          var read = new GroupRow(cells, communes, villages);
          String key = read.key();
          if (key != null && read.commune != null) {
            byGroup.computeIfAbsent(key, _ -> new ArrayList<>()).add(read);
            named.add(read.commune.id());
          }
        });
    hold.accept(named);
    named.forEach(summary::commune);
    Map<String, Group> there = new HashMap<>();
    for (Group group : known.groups(named)) {
      there.merge(
          GroupRow.key(group.villageId().toString(), group.kind(), group.name()),
          group,
          (one, other) -> one.endedOn() == null ? one : other);
    }
    Map<UUID, List<Leader>> led = new HashMap<>();
    known
        .leaders(
            byGroup.keySet().stream()
                .flatMap(key -> Optional.ofNullable(there.get(key)).stream())
                .map(Group::id)
                .toList())
        .forEach(each -> led.computeIfAbsent(each.groupId(), _ -> new ArrayList<>()).add(each));
    List<Listed> found = new ArrayList<>();
    byGroup.forEach((key, own) -> {
      Group group = there.get(key);
      if (isPast(group, own)) {
        summary.knownGroup();
        own.stream().filter(row -> row.person).forEach(_ -> summary.knownLeader());
      } else if (group != null && group.endedOn() == null) {
        summary.knownGroup();
        found.add(known(own, group, led.getOrDefault(group.id(), List.of())));
      } else {
        fresh(own).ifPresent(found::add);
      }
    });
    return found;
  }

  /// Whether a list speaks of a group that ended since, and not of another one that took its name
  /// later.
  private static boolean isPast(@Nullable Group there, List<GroupRow> own) {
    LocalDate ended = there == null ? null : there.endedOn();
    return ended != null
        && own.stream()
            .map(row -> row.decidedOn)
            .filter(Objects::nonNull)
            .allMatch(on -> on.isBefore(ended));
  }

  private Listed known(List<GroupRow> own, Group group, List<Leader> led) {
    Area village = Objects.requireNonNull(own.getFirst().village);
    return new Listed(
        group.id(),
        group.kind(),
        group.communeId(),
        group.villageId(),
        village.name(),
        group.name(),
        group.households(),
        group.paper(),
        false,
        leaders(own, group.id(), group.paper().on(), led));
  }

  private Optional<Listed> fresh(List<GroupRow> own) {
    GroupRow first = own.getFirst();
    var rows = new RowGroup<>(own, "group-list-differs");
    Integer households = rows.same(row -> row.households, GroupColumn.HOUSEHOLDS, true);
    String decision = rows.same(row -> row.decision, GroupColumn.GROUP_DECISION, true);
    LocalDate on = rows.same(row -> row.decidedOn, GroupColumn.GROUP_DECIDED_ON, true);
    String signer = rows.same(row -> row.signer, GroupColumn.GROUP_SIGNER, false);
    if (on != null && on.isAfter(today)) {
      rows.saying(row -> row.decidedOn)
          .cells
          .reject(GroupColumn.GROUP_DECIDED_ON, "past-or-present");
    }
    List<GroupRow> bare = own.stream().filter(row -> !row.person).toList();
    bare.stream()
        .skip(1)
        .forEach(row ->
            row.cells.reject(
                GroupColumn.GROUP, "group-list-repeated", bare.getFirst().cells.row()));
    UUID id = ids.next();
    List<Leader> leaders = leaders(own, id, on, List.of());
    if (households == null || decision == null || on == null) {
      return Optional.empty();
    }
    Area village = Objects.requireNonNull(first.village);
    return Optional.of(
        new Listed(
            id,
            Objects.requireNonNull(first.kind),
            Objects.requireNonNull(first.commune).id(),
            village.id(),
            village.name(),
            WrittenText.of(Objects.requireNonNull(first.group)),
            households,
            new Paper(decision, on, signer),
            true,
            leaders));
  }

  /// Who is to lead a group, with the row that says so.
  private record Said(GroupRow row, Leader leader) {}

  private List<Leader> leaders(
      List<GroupRow> own, UUID group, @Nullable LocalDate since, List<Leader> led) {
    List<Said> said = new ArrayList<>();
    for (GroupRow row : own) {
      leader(row, group, since, led)
          .ifPresent(leader -> {
            clash(said, row, leader);
            said.add(new Said(row, leader));
          });
    }
    return said.stream()
        .filter(each -> !each.row().cells.wrong())
        .map(Said::leader)
        .sorted(Comparator.comparing(Leader::from))
        .toList();
  }

  private Optional<Leader> leader(
      GroupRow row, UUID group, @Nullable LocalDate since, List<Leader> led) {
    Lead position = row.position;
    LocalDate from = row.from;
    LocalDate until = row.until;
    LocalDate on = row.paperOn;
    String paper = row.paper;
    String name = row.name;
    if (position == null
        || from == null
        || until == null
        || on == null
        || paper == null
        || name == null) {
      return Optional.empty();
    }
    if (led.stream().anyMatch(each -> isSame(each, position, from, name))) {
      summary.knownLeader();
      return Optional.empty();
    }
    if (until.isBefore(from)) {
      row.cells.reject(GroupColumn.TERM_UNTIL, "team-term-ends");
    } else if (until.isAfter(from.plusYears(Groups.MAX_YEARS))) {
      row.cells.reject(GroupColumn.TERM_UNTIL, "team-term-long", Groups.MAX_YEARS);
    }
    if (since != null && from.isBefore(since)) {
      row.cells.reject(GroupColumn.TERM_FROM, "group-before", since);
    } else if (led.stream()
        .anyMatch(each -> each.position() == position && !each.from().isBefore(from))) {
      row.cells.reject(GroupColumn.TERM_FROM, "group-leader-later");
    }
    if (on.isAfter(today)) {
      row.cells.reject(GroupColumn.DECIDED_ON, "past-or-present");
    } else if (since != null && on.isBefore(since)) {
      row.cells.reject(GroupColumn.DECIDED_ON, "team-before-established", since);
    }
    return Optional.of(
        new Leader(
            ids.next(),
            group,
            position,
            WrittenText.of(name),
            row.phone,
            from,
            until,
            new Paper(paper, on, null),
            1));
  }

  /// Of an erased name nobody can tell.
  private static boolean isSame(Leader there, Lead position, LocalDate from, String name) {
    String called = there.name();
    return there.position() == position
        && there.from().equals(from)
        && (called == null
            || FoldedText.accentedWords(called).equals(FoldedText.accentedWords(name)));
  }

  /// Two rows that have somebody begin on one day in one position.
  private static void clash(List<Said> said, GroupRow row, Leader leader) {
    said.stream()
        .filter(each -> each.leader().position() == leader.position())
        .filter(each -> each.leader().from().equals(leader.from()))
        .findFirst()
        .ifPresent(each -> {
          boolean same =
              isSame(
                  each.leader(),
                  leader.position(),
                  leader.from(),
                  Objects.requireNonNull(leader.name()));
          row.cells.reject(
              same ? GroupColumn.NAME : GroupColumn.TERM_FROM,
              same ? "group-list-repeated" : "group-list-same-start",
              each.row().cells.row());
        });
  }
}
