package anbinh.sightings.analysis;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.sightings.SightingEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Switches the analysis of cameras on and off, each time as an entry of the log. Rights are the
/// caller's to check. Safe for many threads.
@Component
@NamedInterface("services")
public class AnalysisSwitches {
  private final AnalysisTable table;
  private final Cameras cameras;
  private final AuditLog log;
  private final SiteClock clock;

  AnalysisSwitches(AnalysisTable table, Cameras cameras, AuditLog log, SiteClock clock) {
    this.table = table;
    this.cameras = cameras;
    this.log = log;
    this.clock = clock;
  }

  /// Of one that is so already nothing is changed.
  ///
  /// @param by null where the demonstration does it
  @Transactional
  public void change(UUID cameraId, boolean on, @Nullable Person by) {
    Camera camera = cameras.get(cameraId);
    if (camera.kind() != CameraKind.CONNECTED) {
      throw Problem.of(CameraProblem.NOT_CONNECTED, camera.code());
    }
    if (on && camera.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, camera.code());
    }
    boolean changed =
        on ? table.switchOn(cameraId, clock.now()) : table.switchOff(cameraId, clock.now());
    if (changed) {
      log.record(
          Event.of(on ? SightingEvent.ANALYSIS_SWITCHED_ON : SightingEvent.ANALYSIS_SWITCHED_OFF)
              .by(by == null ? null : by.actor())
              .about("camera", cameraId, camera.code())
              .within(camera.areaId()));
    }
  }
}
