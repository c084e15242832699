package anbinh.sightings.analysis;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.sightings.analysis.AnalysisView.CameraAnalysisView;
import anbinh.sightings.analysis.AnalysisView.NotAnalysedView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/sightings/analysis`: of which cameras footage is analysed, how far that is, and the
/// switch.
@RestController
@RequestMapping("/api/sightings/analysis")
@OnlyWhenServing
class AnalysisController {
  private static final Role[] READERS = {
    Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.ADMINISTRATOR
  };
  private static final Duration DAY = Duration.ofHours(24);

  private final AnalysisTable table;
  private final AnalysisSwitches switches;
  private final AnalysisWorker worker;
  private final Cameras cameras;
  private final Access access;
  private final SiteClock clock;

  AnalysisController(
      AnalysisTable table,
      AnalysisSwitches switches,
      AnalysisWorker worker,
      Cameras cameras,
      Access access,
      SiteClock clock) {
    this.table = table;
    this.switches = switches;
    this.worker = worker;
    this.cameras = cameras;
    this.access = access;
    this.clock = clock;
  }

  record SwitchForm(@NotNull Boolean on) {}

  @GetMapping
  AnalysisView get() {
    Person person = access.require(READERS);
    return view(access.scope(person, READERS));
  }

  @PatchMapping("/cameras/{id}")
  AnalysisView change(@PathVariable UUID id, @Valid @RequestBody SwitchForm form) {
    access.require(Role.ADMINISTRATOR);
    Person person = access.require(cameras.get(id).areaId(), Role.ADMINISTRATOR);
    switches.change(id, form.on(), person);
    worker.wake();
    return view(access.scope(person, READERS));
  }

  private AnalysisView view(AreaScope scope) {
    Instant now = clock.now();
    List<AnalysedCamera> all = table.list();
    Set<UUID> visible =
        cameras.list(Ids.of(all, AnalysedCamera::cameraId)).stream()
            .filter(each -> scope.includes(each.areaId()))
            .map(Camera::id)
            .collect(Collectors.toSet());
    Map<UUID, List<NotAnalysedView>> missing =
        table.listNotAnalysed(now.minus(DAY)).stream()
            .collect(
                Collectors.groupingBy(
                    NotAnalysed::cameraId,
                    Collectors.mapping(
                        each -> new NotAnalysedView(each.fromAt(), each.toAt(), each.reason()),
                        Collectors.toList())));
    OptionalDouble use = worker.processorUse();
    return new AnalysisView(
        worker.state(),
        use.isPresent() ? use.getAsDouble() : null,
        use.isPresent() && use.getAsDouble() > 0 ? 1 / use.getAsDouble() : null,
        all.stream()
            .filter(each -> visible.contains(each.cameraId()))
            .map(each -> view(each, missing.getOrDefault(each.cameraId(), List.of()), now))
            .toList());
  }

  private static CameraAnalysisView view(
      AnalysedCamera camera, List<NotAnalysedView> missing, Instant now) {
    @Nullable Long lag = camera.switchedOn() ? camera.lag(now).toSeconds() : null;
    return new CameraAnalysisView(
        camera.cameraId(),
        camera.switchedOn(),
        camera.switchedAt(),
        camera.analysedUntil(),
        lag,
        camera.lettering(),
        missing);
  }
}
