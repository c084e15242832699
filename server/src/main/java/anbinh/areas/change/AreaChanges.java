package anbinh.areas.change;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaKind;
import anbinh.areas.AreaProblem;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.Succession;
import anbinh.areas.unit.Unit;
import anbinh.areas.unit.UnitTable;
import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.grant.MergedAreas;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Renames units, merges, divides and ends them, on a day that has come; [PlannedChanges] sees to
/// that. Nothing is deleted; what a past unit had stays its own. Safe for many threads.
@Component
class AreaChanges {
  private final Areas areas;
  private final UnitTable table;
  private final MergedAreas merged;
  private final AuditLog log;

  AreaChanges(Areas areas, UnitTable table, MergedAreas merged, AuditLog log) {
    this.areas = areas;
    this.table = table;
    this.merged = merged;
    this.log = log;
  }

  /// A unit that takes over: one that there is, or a new one.
  ///
  /// @param areaId null for a new one, which has the rest
  record Successor(
      @Nullable UUID areaId,
      @Nullable String code,
      @Nullable String name,
      @Nullable AreaKind kind) {}

  /// Where a unit goes that lies in one that ends.
  ///
  /// @param successor its place in the list of successors, from 0
  record Move(UUID areaId, int successor) {}

  /// The end of units.
  ///
  /// @param on the first day on which they are no more
  /// @param successors none when nothing takes over
  /// @param moves of what lies in them; may be left out where one unit takes over
  record Ending(
      List<UUID> areaIds,
      LocalDate on,
      String reason,
      List<Successor> successors,
      List<Move> moves) {
    Ending {
      areaIds = List.copyOf(areaIds);
      successors = List.copyOf(successors);
      moves = List.copyOf(moves);
    }
  }

  /// A present unit.
  Unit present(UUID id) {
    Unit unit = table.find(id).orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA));
    if (!unit.present()) {
      throw Problem.of(AreaProblem.AREA_ENDED, unit.area().name());
    }
    return unit;
  }

  /// Keeps others from changing these units until the transaction ends.
  void lockForUpdate(Collection<UUID> ids) {
    table.lock(ids);
  }

  /// Requires that a unit may have another name from a day on.
  ///
  /// @return the name as it is kept
  String checkName(UUID id, String requested, LocalDate on) {
    Unit unit = present(id);
    String name = Unit.written(requested);
    var problems = new FieldProblems();
    if (name.equals(unit.area().name())) {
      problems.reject("name", "same-name");
    }
    LocalDate since = table.names(id).getLast().from();
    checkDay(on, since).ifPresent(problems::add);
    problems.requireNone();
    return name;
  }

  /// Gives a unit another name from a day on.
  ///
  /// @param by null where the server carries out what was decided before
  @Transactional
  void rename(UUID id, String requested, LocalDate on, String reason, @Nullable Actor by) {
    table.lock(List.of(id));
    String name = checkName(id, requested, on);
    Unit unit = present(id);
    table.rename(id, name, on, reason.strip());
    log.record(
        Event.of(AreaEvent.RENAMED)
            .by(by)
            .about("area", id, unit.area().code())
            .fact("on", on.toString())
            .detail("from", unit.area().name())
            .detail("to", name)
            .detail("reason", reason.strip()));
  }

  /// Ends units, and lets others take over. All of them lie in the same unit, and the successors
  /// will.
  ///
  /// @param by null where the server carries out what was decided before
  /// @return the successors
  @Transactional
  List<Area> end(Ending requested, @Nullable Actor by) {
    table.lock(requested.areaIds());
    problems(requested).requireNone();
    List<Unit> olds = olds(requested);
    @Nullable UUID parentId = olds.getFirst().area().parentId();
    List<Area> within = within(olds);
    // A successor may have the code of one that ends, as the ward Bỉm Sơn has.
    olds.forEach(
        old -> table.end(old.area().id(), requested.on().minusDays(1), requested.reason().strip()));
    List<Area> successors =
        requested.successors().stream()
            .map(each -> successor(each, parentId, requested.on(), by))
            .toList();
    table.insertSuccessions(
        olds.stream()
            .flatMap(old ->
                successors.stream()
                    .map(each -> new Succession(old.area().id(), each.id(), requested.on())))
            .toList());
    move(requested, within, successors, by);
    for (Unit old : olds) {
      if (successors.size() == 1) {
        table.move(old.area().id(), successors.getFirst().id());
      }
      log.record(
          Event.of(AreaEvent.ENDED)
              .by(by)
              .about("area", old.area().id(), old.area().code())
              .fact("on", requested.on().toString())
              .fact("successors", successors.stream().map(each -> each.id().toString()).toList())
              .detail("name", old.area().name())
              .detail("reason", requested.reason().strip()));
    }
    successors.forEach(each -> merged.review(each.id(), by));
    return successors;
  }

  private List<Unit> olds(Ending requested) {
    return requested.areaIds().stream().distinct().map(this::present).toList();
  }

  private List<Area> within(List<Unit> olds) {
    return olds.stream()
        .flatMap(old -> table.listWithin(old.area().id()).stream())
        .map(Unit::area)
        .toList();
  }

  /// What stands in the way of an end, as things are.
  FieldProblems problems(Ending requested) {
    List<Unit> olds = olds(requested);
    return problems(requested, olds, olds.getFirst().area().parentId(), within(olds));
  }

  private Area successor(
      Successor requested, @Nullable UUID parentId, LocalDate on, @Nullable Actor by) {
    if (requested.areaId() != null) {
      return areas.get(requested.areaId());
    }
    return areas.create(
        new NewArea(
            Objects.requireNonNull(requested.code()),
            Objects.requireNonNull(requested.name()),
            Objects.requireNonNull(requested.kind()),
            parentId),
        on,
        by);
  }

  private void move(
      Ending requested, List<Area> within, List<Area> successors, @Nullable Actor by) {
    Map<UUID, Integer> chosen = chosen(requested);
    for (Area each : within) {
      Area into = successors.get(chosen.getOrDefault(each.id(), 0));
      table.move(each.id(), into.id());
      log.record(
          Event.of(AreaEvent.MOVED)
              .by(by)
              .about("area", each.id(), each.code())
              .fact("into", into.id().toString())
              .fact("on", requested.on().toString()));
    }
  }

  private FieldProblems problems(
      Ending requested, List<Unit> olds, @Nullable UUID parentId, List<Area> within) {
    var problems = new FieldProblems();
    if (olds.stream().anyMatch(old -> !Objects.equals(old.area().parentId(), parentId))) {
      problems.reject("areaIds", "area-parents");
    }
    olds.stream()
        .flatMap(old -> checkDay(requested.on(), old.from()).stream())
        .findFirst()
        .ifPresent(problems::add);
    Set<String> codes = new HashSet<>();
    Set<UUID> known = new HashSet<>(requested.areaIds());
    for (int i = 0; i < requested.successors().size(); i++) {
      problems.addAll(
          problems(
              requested.successors().get(i),
              "successors[" + i + "].",
              parentId,
              olds,
              known,
              codes));
    }
    int choices = requested.successors().size();
    Set<UUID> inside = new HashSet<>();
    within.forEach(each -> inside.add(each.id()));
    Set<UUID> moved = new HashSet<>();
    for (int i = 0; i < requested.moves().size(); i++) {
      Move move = requested.moves().get(i);
      if (!inside.contains(move.areaId()) || !moved.add(move.areaId())) {
        problems.reject("moves[" + i + "].areaId", "no-such-area");
      }
      if (move.successor() >= choices) {
        problems.reject("moves[" + i + "].successor", "area-successor");
      }
    }
    if (choices != 1 && !moved.containsAll(inside)) {
      inside.removeAll(moved);
      problems.reject("moves", "area-within", inside.size());
    }
    for (int i = 0; i < choices; i++) {
      misfit(requested, i, within).ifPresent(problems::add);
    }
    return problems;
  }

  /// What would come to lie in a successor that takes none of its kind, such as a village in a
  /// school.
  private Optional<FieldProblem> misfit(Ending requested, int successor, List<Area> within) {
    Successor into = requested.successors().get(successor);
    UUID id = into.areaId();
    AreaKind kind = id == null ? into.kind() : areas.find(id).map(Area::kind).orElse(null);
    if (kind == null) {
      return Optional.empty();
    }
    Map<UUID, Integer> chosen = chosen(requested);
    int unsaid = requested.successors().size() == 1 ? 0 : -1;
    return within.stream()
        .filter(each -> chosen.getOrDefault(each.id(), unsaid) == successor)
        .map(Area::kind)
        .filter(each -> !each.fitsBelow(kind))
        .findFirst()
        .map(each ->
            new FieldProblem(
                "successors[" + successor + "]." + (id == null ? "kind" : "areaId"),
                "kind-below",
                List.of(each, kind)));
  }

  private static Map<UUID, Integer> chosen(Ending requested) {
    Map<UUID, Integer> chosen = new HashMap<>();
    requested.moves().forEach(move -> chosen.put(move.areaId(), move.successor()));
    return chosen;
  }

  private FieldProblems problems(
      Successor requested,
      String field,
      @Nullable UUID parentId,
      List<Unit> olds,
      Set<UUID> known,
      Set<String> codes) {
    var problems = new FieldProblems();
    if (requested.areaId() != null) {
      Area area = areas.findPresent(requested.areaId()).orElse(null);
      if (area == null || !known.add(requested.areaId())) {
        problems.reject(field + "areaId", "no-such-area");
      } else if (!Objects.equals(area.parentId(), parentId)) {
        problems.reject(field + "areaId", "area-parents");
      }
      return problems;
    }
    if (requested.code() == null) {
      problems.reject(field + "code", "required");
    } else if (!codes.add(requested.code()) || isTaken(requested.code(), olds)) {
      problems.reject(field + "code", "area-code-taken");
    }
    if (requested.name() == null || requested.name().isBlank()) {
      problems.reject(field + "name", "required");
    }
    AreaKind kind = requested.kind();
    if (kind == null) {
      problems.reject(field + "kind", "required");
    } else if (parentId != null && !kind.fitsBelow(areas.get(parentId).kind())) {
      problems.reject(field + "kind", "kind-below", kind, areas.get(parentId).kind());
    }
    return problems;
  }

  private boolean isTaken(String code, List<Unit> olds) {
    return areas
        .find(code)
        .filter(area -> olds.stream().noneMatch(old -> old.area().id().equals(area.id())))
        .isPresent();
  }

  /// A change changes something that was there before.
  private static Optional<FieldProblem> checkDay(LocalDate on, @Nullable LocalDate since) {
    return since == null || on.isAfter(since)
        ? Optional.empty()
        : Optional.of(new FieldProblem("on", "area-after", List.of(since.toString())));
  }
}
