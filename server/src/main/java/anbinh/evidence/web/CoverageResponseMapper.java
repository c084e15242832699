package anbinh.evidence.web;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.identity.people.People;
import anbinh.recording.Coverage;
import anbinh.recording.Nearest;
import anbinh.recording.Span;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What there is of asked or granted footage, from the recording or as it was when sealed.
@Component
class CoverageResponseMapper {
  private final FootageSource footage;
  private final Cameras cameras;
  private final People people;
  private final InstantSource clock;

  CoverageResponseMapper(
      FootageSource footage, Cameras cameras, People people, InstantSource clock) {
    this.footage = footage;
    this.cameras = cameras;
    this.people = people;
    this.clock = clock;
  }

  List<CameraCoverage> of(Grant asked) {
    var span = new Span(asked.from(), asked.to());
    List<CameraCoverage> parts = new ArrayList<>();
    for (UUID id : asked.cameraIds()) {
      Camera camera = cameras.get(id);
      if (camera.kind() == CameraKind.COMMUNITY) {
        parts.add(CameraCoverage.asked(camera, span, clock.instant()));
        continue;
      }
      Coverage found = footage.coverage(id, span);
      Nearest nearest = found.recorded().isEmpty() ? footage.nearest(id, span) : null;
      Map<UUID, String> names = people.displayNames(found.switchedBy());
      parts.add(CameraCoverage.of(id, found, names, camera.keepDays(), nearest));
    }
    return parts;
  }

  /// What was recorded of connected cameras.
  ///
  /// @param coverageJson the text of a package's `coverage.json`
  List<CameraCoverage> read(String coverageJson) {
    return CoverageFile.read(coverageJson).cameras().stream()
        .filter(camera -> cameras.get(camera.cameraId()).kind() == CameraKind.CONNECTED)
        .map(camera -> CameraCoverage.of(camera, null, null))
        .toList();
  }
}
