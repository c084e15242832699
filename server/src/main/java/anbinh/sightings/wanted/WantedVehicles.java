package anbinh.sightings.wanted;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.ShortCodes;
import anbinh.sightings.wanted.WantedForms.DecisionOutcome;
import anbinh.sightings.wanted.WantedVehicle.Decision;
import anbinh.sightings.wanted.WantedVehicle.End;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes entries of the list and takes them through their life cycle; rights by role and area are
/// the caller's to check. Safe for many threads.
@Component
public class WantedVehicles {
  static final String CODE_PREFIX = "WV";
  private static final int SOME = 100;

  private final WantedTable table;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  WantedVehicles(WantedTable table, ShortCodes codes, Ids ids, SiteClock clock, AuditLog log) {
    this.table = table;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  WantedVehicle get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(WantedProblem.NO_SUCH_WANTED_VEHICLE));
  }

  @Transactional
  public WantedVehicle request(WantedForms.Checked checked, Person by) {
    Instant now = clock.now();
    var requested =
        new WantedVehicle(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            checked.plate(),
            checked.objectClass(),
            checked.colour(),
            checked.paper(),
            checked.caseId(),
            checked.areaId(),
            checked.reason(),
            by.id(),
            now,
            now.plus(checked.time()),
            WantedState.REQUESTED,
            null,
            null);
    table.insert(requested);
    Event event =
        event(WantedEvent.REQUESTED, requested, by.actor())
            .fact("paperOn", requested.paper().on().toString())
            .fact("expiresAt", requested.expiresAt())
            .fact("area", requested.areaId())
            .detail("plate", requested.plate())
            .detail("paper", requested.paper().number())
            .detail("authority", requested.paper().authority())
            .detail("reason", requested.reason());
    log.record(requested.caseId() == null ? event : event.fact("case", requested.caseId()));
    return requested;
  }

  @Transactional
  public WantedVehicle decide(UUID id, DecisionOutcome outcome, String reason, Person by) {
    var _ = table.lockPosition();
    WantedVehicle vehicle = lock(id);
    var decision = new Decision(reason, by.id(), clock.now());
    return switch (outcome) {
      case APPROVE ->
          store(
              LifeCycle.approve(vehicle, decision),
              event(WantedEvent.APPROVED, vehicle, by.actor()).detail("reason", reason));
      case REFUSE ->
          store(
              LifeCycle.refuse(vehicle, decision),
              event(WantedEvent.REFUSED, vehicle, by.actor()).detail("reason", reason));
    };
  }

  @Transactional
  public WantedVehicle end(UUID id, @Nullable String note, Person by) {
    WantedVehicle vehicle = lock(id);
    Event event = event(WantedEvent.ENDED, vehicle, by.actor());
    return store(
        LifeCycle.end(vehicle, new End(note, by.id(), clock.now())),
        note == null ? event : event.detail("note", note));
  }

  /// Notes of some entries that their time has run out.
  ///
  /// @return how many those were
  @Transactional
  public int expireSome() {
    Instant now = clock.now();
    List<WantedVehicle> due = table.listDue(now, SOME);
    for (WantedVehicle each : due) {
      var _ = store(LifeCycle.expire(each, now), event(WantedEvent.EXPIRED, each, null));
    }
    return due.size();
  }

  private WantedVehicle lock(UUID id) {
    return table
        .findForUpdate(id)
        .orElseThrow(() -> Problem.of(WantedProblem.NO_SUCH_WANTED_VEHICLE));
  }

  private WantedVehicle store(WantedVehicle changed, Event event) {
    table.update(changed);
    log.record(event);
    return changed;
  }

  private static Event event(WantedEvent type, WantedVehicle vehicle, @Nullable Actor by) {
    return Event.of(type)
        .by(by)
        .about("wanted-vehicle", vehicle.id(), vehicle.code())
        .within(vehicle.areaId());
  }
}
