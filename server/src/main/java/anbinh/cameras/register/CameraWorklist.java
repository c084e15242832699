package anbinh.cameras.register;

import anbinh.cameras.HealthBoard;
import anbinh.cameras.store.CameraTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Cameras that should record and do not, for duty officers of the area. It is trouble at once, so
/// each is overdue.
@Component
class CameraWorklist implements WorklistSource {
  private final CameraTable table;
  private final HealthBoard health;
  private final Access access;

  CameraWorklist(CameraTable table, HealthBoard health, Access access) {
    this.table = table;
    this.health = health;
    this.access = access;
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.DUTY_OFFICER)) {
      return List.of();
    }
    CameraTable.Recorded now =
        table.recorded(access.scope(person, Role.DUTY_OFFICER).areas(), health.recording());
    int down = now.requested() - now.recorded();
    return List.of(new WorklistEntry(WorklistKind.CAMERA_NOT_RECORDING, down, down, null));
  }
}
