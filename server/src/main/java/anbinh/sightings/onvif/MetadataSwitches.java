package anbinh.sightings.onvif;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Switches on and off that a camera's metadata is received, each time as an entry of the log.
/// Rights are the caller's to check. Safe for many threads.
@Component
class MetadataSwitches {
  private final SwitchedCameraTable table;
  private final Cameras cameras;
  private final AuditLog log;
  private final SiteClock clock;

  MetadataSwitches(SwitchedCameraTable table, Cameras cameras, AuditLog log, SiteClock clock) {
    this.table = table;
    this.cameras = cameras;
    this.log = log;
    this.clock = clock;
  }

  /// Of one that is so already nothing is changed.
  ///
  /// @param path of the same camera; null for that of its video, and where it is switched off
  @Transactional
  void change(UUID cameraId, boolean on, @Nullable String path, Person by) {
    Camera camera = cameras.get(cameraId);
    if (camera.kind() != CameraKind.CONNECTED) {
      throw Problem.of(CameraProblem.NOT_CONNECTED, camera.code());
    }
    if (on && camera.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, camera.code());
    }
    boolean changed =
        on ? table.switchOn(cameraId, path, clock.now()) : table.switchOff(cameraId, clock.now());
    if (changed) {
      log.record(
          Event.of(on ? SightingEvent.METADATA_SWITCHED_ON : SightingEvent.METADATA_SWITCHED_OFF)
              .by(by.actor())
              .about("camera", cameraId, camera.code())
              .within(camera.areaId()));
    }
  }
}
