package anbinh.cameras.sign;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.store.CameraRecords;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes which cameras have a sign; rights are the caller's to check.
@Component
public class Signs {
  private final SignTable table;
  private final CameraRecords records;
  private final SiteClock clock;
  private final AuditLog log;

  Signs(SignTable table, CameraRecords records, SiteClock clock, AuditLog log) {
    this.table = table;
    this.records = records;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  public void putUp(Camera camera, LocalDate on, Actor by) {
    if (camera.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, camera.code());
    }
    if (on.isAfter(clock.today())) {
      throw Problem.invalid("on", "past-or-present");
    }
    table.put(new Sign(camera.id(), on, clock.now(), by.personId()));
    log.record(
        Event.of(CameraEvent.SIGN_PUT_UP)
            .by(by)
            .about("camera", camera.id(), camera.code())
            .fact("on", on.toString()));
    records.record(camera.id());
  }

  /// Notes that the sign is gone.
  @Transactional
  public void takeDown(Camera camera, Actor by) {
    if (!table.remove(camera.id())) {
      throw Problem.of(CameraProblem.NO_SIGN, camera.code());
    }
    log.record(Event.of(CameraEvent.SIGN_GONE).by(by).about("camera", camera.id(), camera.code()));
    records.record(camera.id());
  }
}
