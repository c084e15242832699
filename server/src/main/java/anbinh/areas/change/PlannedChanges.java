package anbinh.areas.change;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.AreaProblem;
import anbinh.areas.change.AreaChanges.Ending;
import anbinh.areas.change.AreaChanges.Successor;
import anbinh.areas.change.PlannedChange.State;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.Unit;
import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes changes of units whose day has come at once, and keeps those that are to come until their
/// day; rights are the caller's to check. Safe for many threads.
///
/// What is to come is checked when it is decided, so that what makes no sense is refused then, and
/// again on its day. A unit of which an end or a name is to come takes no other one before that is
/// withdrawn, so two decisions never meet on one day.
@Component
class PlannedChanges {
  /// How far ahead a change is decided.
  private static final int MAX_YEARS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(PlannedChanges.class);

  private final PlannedChangeTable table;
  private final AreaChanges changes;
  private final Areas areas;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final TransactionTemplate transaction;

  PlannedChanges(
      PlannedChangeTable table,
      AreaChanges changes,
      Areas areas,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      TransactionTemplate transaction) {
    this.table = table;
    this.changes = changes;
    this.areas = areas;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.transaction = transaction;
  }

  LocalDate today() {
    return clock.today();
  }

  /// Gives a unit another name from a day on, be it one to come.
  @Transactional
  void rename(UUID id, String requested, LocalDate on, String reason, Actor by) {
    changes.lockForUpdate(List.of(id));
    requireNothingPlanned(List.of(id), false, List.of());
    if (!on.isAfter(today())) {
      changes.rename(id, requested, on, reason, by);
      return;
    }
    checkFar(on);
    String name = changes.checkName(id, requested, on);
    plan(
        new PlannedChange(
            ids.next(), on, name, reason.strip(), List.of(id), List.of(), List.of(), State.WAITING),
        by);
  }

  /// Ends units on a day, be it one to come.
  ///
  /// @return the successors that there are by now
  @Transactional
  List<Area> end(Ending requested, Actor by) {
    List<UUID> existing =
        requested.successors().stream().flatMap(each -> Stream.ofNullable(each.areaId())).toList();
    changes.lockForUpdate(requested.areaIds());
    requireNothingPlanned(requested.areaIds(), true, existing);
    if (!requested.on().isAfter(today())) {
      return changes.end(requested, by);
    }
    checkFar(requested.on());
    var problems = new FieldProblems(changes.problems(requested));
    for (int i = 0; i < requested.successors().size(); i++) {
      String code = requested.successors().get(i).code();
      if (code != null && table.isCodePlanned(code)) {
        problems.reject("successors[" + i + "].code", "area-code-taken");
      }
    }
    problems.requireNone();
    plan(
        new PlannedChange(
            ids.next(),
            requested.on(),
            null,
            requested.reason().strip(),
            requested.areaIds().stream().distinct().toList(),
            requested.successors(),
            requested.moves(),
            State.WAITING),
        by);
    return areas.list(existing);
  }

  private void checkFar(LocalDate on) {
    if (on.isAfter(today().plusYears(MAX_YEARS))) {
      throw Problem.invalid("on", "area-too-far", MAX_YEARS);
    }
  }

  /// Refuses where something else is to come for a unit that changes, where one that is to take
  /// over by then ends, and where one that takes over is to end.
  private void requireNothingPlanned(
      Collection<UUID> changing, boolean ends, Collection<UUID> takingOver) {
    List<UUID> all = new ArrayList<>(changing);
    all.addAll(takingOver);
    for (PlannedChange each : table.listOpen(all)) {
      if (each.areaIds().stream().anyMatch(changing::contains)
          || (each.name() == null && each.areaIds().stream().anyMatch(takingOver::contains))
          || (ends && each.successors().stream().anyMatch(one -> isAmong(one, changing)))) {
        throw Problem.of(AreaProblem.AREA_CHANGE_PLANNED, each.on());
      }
    }
  }

  private static boolean isAmong(Successor one, Collection<UUID> some) {
    UUID id = one.areaId();
    return id != null && some.contains(id);
  }

  private void plan(PlannedChange one, Actor by) {
    table.insert(one, by.personId(), clock.now());
    record(AreaEvent.CHANGE_PLANNED, one, by, null);
  }

  PlannedChange get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA_CHANGE));
  }

  /// Takes one back that waits or was not carried out.
  @Transactional
  void withdraw(UUID id, String reason, Actor by) {
    PlannedChange one =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA_CHANGE));
    if (!one.isOpen()) {
      throw Problem.of(AreaProblem.AREA_CHANGE_CLOSED);
    }
    table.close(id, State.WITHDRAWN, by.personId(), clock.now(), reason.strip());
    record(AreaEvent.CHANGE_WITHDRAWN, one, by, reason.strip());
  }

  /// Carries out what is due, the earliest first, each by itself.
  ///
  /// @return how many were due
  int carryOut() {
    List<UUID> due = table.listDue(today());
    for (UUID id : due) {
      try {
        transaction.executeWithoutResult(_ -> carryOut(id));
      } catch (Problem e) {
        LOG.warn("A planned change of areas could not be carried out: {}", e.getMessage());
        transaction.executeWithoutResult(_ -> fail(id, reason(e)));
      }
    }
    return due.size();
  }

  private void carryOut(UUID id) {
    PlannedChange one = table.findForUpdate(id).orElseThrow();
    if (one.state() != State.WAITING) {
      return;
    }
    changes.lockForUpdate(one.areaIds());
    if (one.name() == null) {
      changes.end(one.ending(), null);
    } else {
      changes.rename(one.areaIds().getFirst(), one.name(), one.on(), one.reason(), null);
    }
    table.close(id, State.DONE, null, clock.now(), null);
  }

  private void fail(UUID id, String reason) {
    PlannedChange one = table.findForUpdate(id).orElseThrow();
    if (one.state() == State.WAITING) {
      table.close(id, State.FAILED, null, clock.now(), reason);
      record(AreaEvent.CHANGE_FAILED, one, null, reason);
    }
  }

  private static String reason(Problem problem) {
    List<String> codes = new ArrayList<>(List.of(problem.code().code()));
    problem.fields().forEach(each -> codes.add(each.field() + " " + each.code()));
    return String.join(", ", codes);
  }

  /// Whether a change would be carried out as things stand; what was carried out or not is not
  /// asked.
  boolean stands(PlannedChange one) {
    try {
      if (one.name() == null) {
        return changes.problems(one.ending()).isEmpty();
      }
      changes.checkName(one.areaIds().getFirst(), one.name(), one.on());
      return true;
    } catch (Problem _) {
      return false;
    }
  }

  private void record(
      EventType type, PlannedChange one, @Nullable Actor by, @Nullable String reason) {
    for (UUID id : one.areaIds()) {
      Area area = areas.get(id);
      Event event =
          Event.of(type)
              .by(by)
              .about("area", id, area.code())
              .fact("plan", one.id())
              .fact("on", one.on().toString())
              .detail("reason", reason == null ? one.reason() : reason);
      log.record(one.name() == null ? event : event.detail("to", one.name()));
    }
  }

  /// The unit above, whose administrator decides about a change.
  @Nullable UUID above(PlannedChange one) {
    return areas.find(one.areaIds().getFirst()).map(Area::parentId).orElse(null);
  }

  Unit present(UUID id) {
    return changes.present(id);
  }
}
