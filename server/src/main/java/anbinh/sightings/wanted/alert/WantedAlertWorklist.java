package anbinh.sightings.wanted.alert;

import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.SiteClock;
import anbinh.sightings.wanted.WantedAccess;
import anbinh.sightings.wanted.alert.WantedAlert.WantedAlertState;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Alerts that nobody has acknowledged, for duty officers and investigators of the area. A vehicle
/// drives on, so each is overdue.
@Component
class WantedAlertWorklist implements WorklistSource {
  private final WantedAlertTable table;
  private final WantedAccess access;
  private final SiteClock clock;

  WantedAlertWorklist(WantedAlertTable table, WantedAccess access, SiteClock clock) {
    this.table = table;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.DUTY_OFFICER) && !person.has(Role.INVESTIGATOR)) {
      return List.of();
    }
    Instant now = clock.now();
    AreaScope scope = access.checkerScope(person);
    int open = table.count(scope, WantedAlertState.OPEN, now, WorklistEntry.MAX_COUNT);
    Instant latest =
        table.list(scope, WantedAlertState.OPEN, now, null, 1).stream()
            .map(WantedAlert::raisedAt)
            .findFirst()
            .orElse(null);
    return List.of(new WorklistEntry(WorklistKind.WANTED_VEHICLE_ALERT, open, open, null, latest));
  }
}
