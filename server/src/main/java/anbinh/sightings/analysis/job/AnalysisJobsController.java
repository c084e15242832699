package anbinh.sightings.analysis.job;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.cases.CaseFile;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenReason;
import anbinh.recording.Span;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.analysis.job.AnalysisJobView.EstimateView;
import anbinh.sightings.casepass.OwnCases;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/sightings/analysis/jobs`: stored footage that investigators have analysed for their cases.
@RestController
@RequestMapping("/api")
@OnlyWhenServing
class AnalysisJobsController {
  private final AnalysisJobs jobs;
  private final AnalysisJobTable table;
  private final AnalysisJobAccess access;
  private final AnalysisJobMapper mapper;
  private final AnalysisJobWorker worker;
  private final OwnCases cases;
  private final Cameras cameras;
  private final SightingSettings settings;
  private final SiteClock clock;

  AnalysisJobsController(
      AnalysisJobs jobs,
      AnalysisJobTable table,
      AnalysisJobAccess access,
      AnalysisJobMapper mapper,
      AnalysisJobWorker worker,
      OwnCases cases,
      Cameras cameras,
      SightingSettings settings,
      SiteClock clock) {
    this.jobs = jobs;
    this.table = table;
    this.access = access;
    this.mapper = mapper;
    this.worker = worker;
    this.cases = cases;
    this.cameras = cameras;
    this.settings = settings;
    this.clock = clock;
  }

  /// Those of a case, newest first.
  @GetMapping("/cases/{id}/analysis-jobs")
  Page<AnalysisJobView> list(@PathVariable UUID id) {
    Person person = access.investigator();
    CaseFile file = cases.require(id, person);
    return Page.all(mapper.views(table.list(file.id()), person));
  }

  /// Those of one's areas, newest first.
  @GetMapping("/sightings/analysis/jobs")
  Page<AnalysisJobView> list(PageRequest page) {
    Person person = access.administrator();
    AreaScope scope = access.scope(person);
    Page<AnalysisJob> cut =
        Page.of(
            table.list(scope, page.after(), page.rows()),
            page,
            Page.byId(AnalysisJob::id),
            most -> table.count(scope, most));
    return cut.with(mapper.views(cut.items(), person));
  }

  /// What analysing a span of a camera would take.
  @GetMapping("/sightings/analysis/jobs/estimate")
  EstimateView estimate(
      @RequestParam UUID cameraId, @RequestParam Instant from, @RequestParam Instant to) {
    var _ = access.investigator();
    Camera camera = cameras.get(cameraId);
    var _ = access.requireInvestigator(camera.areaId());
    return mapper.estimate(jobs.coverage(camera, span(from, to)).recordedLength());
  }

  @PostMapping("/sightings/analysis/jobs")
  @ResponseStatus(HttpStatus.CREATED)
  AnalysisJobView request(@Valid @RequestBody NewAnalysisJob requested) {
    Person person = access.investigator();
    CaseFile file = cases.requireOpen(requested.caseId(), person);
    Camera camera = cameras.get(requested.cameraId());
    var _ = access.requireInvestigator(camera.areaId());
    Span span = span(requested.from(), requested.to());
    String reason = WrittenReason.of(requested.reason());
    AnalysisJob job = jobs.request(file, camera, span, reason, person);
    worker.wake();
    return mapper.view(job, person);
  }

  @PostMapping("/sightings/analysis/jobs/{id}/cancellation")
  AnalysisJobView cancel(@PathVariable UUID id) {
    var _ = access.canceller();
    Person person = access.requireCanceller(jobs.get(id));
    AnalysisJob job = jobs.cancel(id, person);
    worker.wake();
    return mapper.view(job, person);
  }

  private Span span(Instant from, Instant to) {
    return NewAnalysisJob.span(from, to, clock.now(), settings.retention());
  }
}
