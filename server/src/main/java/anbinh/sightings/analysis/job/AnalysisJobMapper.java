package anbinh.sightings.analysis.job;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.sightings.analysis.ProcessorUse;
import anbinh.sightings.analysis.job.AnalysisJobView.EstimateView;
import anbinh.sightings.analysis.job.AnalysisJobView.GapView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows jobs as their readers see them, and what a new one would take. Safe for many threads.
@Component
@OnlyWhenServing
class AnalysisJobMapper {
  private final AnalysisJobTable table;
  private final AnalysisJobAccess access;
  private final AnalysisJobWorker worker;
  private final ProcessorUse use;
  private final Cameras cameras;
  private final Cases cases;
  private final People people;
  private final SiteClock clock;

  AnalysisJobMapper(
      AnalysisJobTable table,
      AnalysisJobAccess access,
      AnalysisJobWorker worker,
      ProcessorUse use,
      Cameras cameras,
      Cases cases,
      People people,
      SiteClock clock) {
    this.table = table;
    this.access = access;
    this.worker = worker;
    this.use = use;
    this.cameras = cameras;
    this.cases = cases;
    this.people = people;
    this.clock = clock;
  }

  EstimateView estimate(Duration recorded) {
    List<AnalysisJob> open = table.listOpen();
    Duration before =
        open.stream().map(AnalysisJob::remaining).reduce(Duration.ZERO, Duration::plus);
    AnalysisEstimate estimate =
        AnalysisEstimate.of(recorded, before, use.perVideoSecond(), clock.now());
    Duration processorTime = estimate.processorTime();
    return new EstimateView(
        recorded.toSeconds(),
        processorTime == null ? null : processorTime.toSeconds(),
        open.size(),
        before.toSeconds(),
        estimate.doneAt());
  }

  AnalysisJobView view(AnalysisJob job, Person reader) {
    return views(List.of(job), reader).getFirst();
  }

  List<AnalysisJobView> views(List<AnalysisJob> found, Person reader) {
    Map<UUID, String> names =
        people.displayNames(Ids.of(found, AnalysisJob::requestedBy, AnalysisJob::cancelledBy));
    Map<UUID, Camera> seen =
        cameras.list(Ids.of(found, AnalysisJob::cameraId)).stream()
            .collect(Collectors.toMap(Camera::id, Function.identity()));
    Map<UUID, CaseFile> files = cases.find(Ids.of(found, AnalysisJob::caseId));
    Map<UUID, List<AnalysisJobGap>> gaps =
        table.listGaps(Ids.of(found, AnalysisJob::id)).stream()
            .collect(Collectors.groupingBy(AnalysisJobGap::jobId));
    Map<UUID, Instant> ends = ends();
    return found.stream()
        .map(job ->
            view(
                job,
                reader,
                names,
                seen.get(job.cameraId()),
                files.get(job.caseId()),
                gaps.getOrDefault(job.id(), List.of()),
                ends.get(job.id())))
        .toList();
  }

  /// When those that are not over will be, where that is known.
  private Map<UUID, Instant> ends() {
    Map<UUID, Instant> ends = new HashMap<>();
    Duration before = Duration.ZERO;
    for (AnalysisJob job : table.listOpen()) {
      Instant end =
          AnalysisEstimate.of(job.remaining(), before, use.perVideoSecond(), clock.now()).doneAt();
      if (end != null) {
        ends.put(job.id(), end);
      }
      before = before.plus(job.remaining());
    }
    return ends;
  }

  private AnalysisJobView view(
      AnalysisJob job,
      Person reader,
      Map<UUID, String> names,
      @Nullable Camera camera,
      @Nullable CaseFile file,
      List<AnalysisJobGap> gaps,
      @Nullable Instant doneAt) {
    boolean isOver = job.state().isOver();
    UUID cancelledBy = job.cancelledBy();
    return new AnalysisJobView(
        job.id(),
        job.caseId(),
        file == null ? "" : file.code(),
        job.cameraId(),
        camera == null ? "" : camera.code(),
        camera == null ? "" : camera.name(),
        job.span().from(),
        job.span().to(),
        job.state(),
        !isOver && worker.isPaused(),
        PersonName.of(job.requestedBy(), names),
        job.requestedAt(),
        job.startedAt(),
        job.endedAt(),
        cancelledBy == null ? null : PersonName.of(cancelledBy, names),
        job.recordedMillis() / 1_000,
        job.analysedMillis() / 1_000,
        job.found(),
        job.known(),
        gaps.stream()
            .map(each -> new GapView(each.fromAt(), each.toAt(), each.segments(), each.reason()))
            .toList(),
        doneAt,
        !isOver && access.mayCancel(reader, job));
  }
}
