package anbinh.sightings.onvif;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.sightings.source.SightingSource.Kind;
import anbinh.sightings.source.SightingSources;
import anbinh.sightings.source.SourceActivities;
import anbinh.sightings.source.SourceConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/sightings/metadata`: whether a camera tells of vehicles itself, how that goes, and the
/// switch.
@RestController
@RequestMapping("/api/sightings/metadata")
@OnlyWhenServing
class MetadataController {
  private static final Role[] READERS = {
    Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.ADMINISTRATOR
  };

  private final SwitchedCameraTable table;
  private final MetadataSwitches switches;
  private final OnvifWorker worker;
  private final SightingSources sources;
  private final SourceActivities activities;
  private final Cameras cameras;
  private final Access access;

  MetadataController(
      SwitchedCameraTable table,
      MetadataSwitches switches,
      OnvifWorker worker,
      SightingSources sources,
      SourceActivities activities,
      Cameras cameras,
      Access access) {
    this.table = table;
    this.switches = switches;
    this.worker = worker;
    this.sources = sources;
    this.activities = activities;
    this.cameras = cameras;
    this.access = access;
  }

  /// @param path of the same camera; left out for that of its video
  record MetadataForm(
      @NotNull Boolean on, @Nullable @Pattern(regexp = "/[\\x21-\\x7e]{0,199}") String path) {}

  /// @param switchedAt null where it was never switched on
  /// @param path null where metadata comes by the path of the video
  /// @param connection null while it is switched off, and for a moment after a start
  /// @param lastPassAt of those that the camera told of itself; null where there is none
  record MetadataView(
      UUID cameraId,
      boolean switchedOn,
      @Nullable Instant switchedAt,
      @Nullable String path,
      @Nullable SourceConnection connection,
      @Nullable Instant lastPassAt) {}

  @GetMapping("/cameras/{id}")
  MetadataView get(@PathVariable UUID id) {
    access.require(READERS);
    Camera camera = cameras.get(id);
    access.require(camera.areaId(), READERS);
    return view(camera);
  }

  @PatchMapping("/cameras/{id}")
  MetadataView change(@PathVariable UUID id, @Valid @RequestBody MetadataForm form) {
    access.require(Role.ADMINISTRATOR);
    Camera camera = cameras.get(id);
    Person person = access.require(camera.areaId(), Role.ADMINISTRATOR);
    switches.change(id, form.on(), form.path(), person);
    worker.followAnew();
    return view(camera);
  }

  private MetadataView view(Camera camera) {
    UUID source = sources.get(Kind.ONVIF);
    Optional<SwitchedCamera> switched = table.find(camera.id());
    boolean on = switched.filter(SwitchedCamera::switchedOn).isPresent();
    return new MetadataView(
        camera.id(),
        on,
        switched.map(SwitchedCamera::switchedAt).orElse(null),
        switched.flatMap(each -> Optional.ofNullable(each.path())).orElse(null),
        on ? activities.of(source).findConnection(camera.code()).orElse(null) : null,
        switched.flatMap(each -> table.findLastPass(each.cameraId(), source)).orElse(null));
  }
}
