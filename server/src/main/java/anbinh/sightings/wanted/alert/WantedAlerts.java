package anbinh.sightings.wanted.alert;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.sightings.wanted.WantedEvent;
import anbinh.sightings.wanted.WantedProblem;
import anbinh.sightings.wanted.alert.WantedAlert.Acknowledgement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Alerts as people look after them; rights are the caller's to check. Safe for many threads.
@Component
class WantedAlerts {
  private final WantedAlertTable table;
  private final SiteClock clock;
  private final AuditLog log;

  WantedAlerts(WantedAlertTable table, SiteClock clock, AuditLog log) {
    this.table = table;
    this.clock = clock;
    this.log = log;
  }

  WantedAlert get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(WantedProblem.NO_SUCH_WANTED_ALERT));
  }

  /// @param finding null where nothing was found out
  @Transactional
  public WantedAlert acknowledge(UUID id, @Nullable WantedFinding finding, Person by) {
    WantedAlert alert =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(WantedProblem.NO_SUCH_WANTED_ALERT));
    Instant now = clock.now();
    switch (alert.stateAt(now)) {
      case ACKNOWLEDGED -> throw Problem.of(WantedProblem.WANTED_ALERT_ACKNOWLEDGED);
      case EXPIRED -> throw Problem.of(WantedProblem.WANTED_ALERT_EXPIRED);
      case OPEN -> table.acknowledge(id, new Acknowledgement(finding, by.id(), now));
    }
    Event event =
        Event.of(WantedEvent.ALERT_ACKNOWLEDGED)
            .by(by.actor())
            .about("wanted-vehicle", alert.wantedId(), null)
            .within(alert.areaId())
            .fact("alert", id);
    log.record(finding == null ? event : event.fact("finding", finding));
    return get(id);
  }
}
