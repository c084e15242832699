package anbinh.sightings.analysis.job;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraProblem;
import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import anbinh.recording.footage.FootageFiles;
import anbinh.recording.footage.Recordings;
import anbinh.sightings.SightingEvent;
import anbinh.sightings.SightingProblem;
import anbinh.sightings.analysis.AnalysisSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes jobs and ends them, each step as an entry of the case; rights are the caller's to check.
/// Safe for many threads.
@Component
class AnalysisJobs {
  /// So many of one person wait, beside the one that runs.
  static final int MAX_WAITING = 3;

  private final AnalysisJobTable table;
  private final Recordings recordings;
  private final FootageFiles footage;
  private final Cases cases;
  private final AnalysisSettings settings;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  AnalysisJobs(
      AnalysisJobTable table,
      Recordings recordings,
      FootageFiles footage,
      Cases cases,
      AnalysisSettings settings,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.recordings = recordings;
    this.footage = footage;
    this.cases = cases;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  AnalysisJob get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(SightingProblem.NO_SUCH_ANALYSIS_JOB));
  }

  /// What of a span is stored of a camera.
  Coverage coverage(Camera camera, Span span) {
    if (camera.kind() != CameraKind.CONNECTED) {
      throw Problem.of(CameraProblem.NOT_CONNECTED, camera.code());
    }
    return recordings.coverage(camera.id(), span);
  }

  @Transactional
  public AnalysisJob request(CaseFile file, Camera camera, Span span, String reason, Person by) {
    if (!settings.enabled()) {
      throw Problem.of(SightingProblem.ANALYSIS_DISABLED);
    }
    Coverage stored = coverage(camera, span);
    if (stored.recorded().isEmpty()) {
      throw Problem.of(SightingProblem.NO_FOOTAGE_TO_ANALYSE, camera.code())
          .field(new FieldProblem("from", "analysis-no-footage"));
    }
    cases.lockOpen(file.id());
    if (table.countWaiting(by.id()) >= MAX_WAITING) {
      throw Problem.of(SightingProblem.TOO_MANY_ANALYSIS_JOBS, MAX_WAITING);
    }
    Instant first = stored.recorded().getFirst().from();
    var job =
        new AnalysisJob(
            ids.next(),
            file.id(),
            camera.id(),
            camera.areaId(),
            span,
            AnalysisJobState.WAITING,
            by.id(),
            clock.now(),
            null,
            null,
            null,
            before(camera.id(), first),
            first,
            false,
            stored.recordedLength().toMillis(),
            0,
            0,
            0);
    table.insert(job);
    log.record(
        event(SightingEvent.ANALYSIS_REQUESTED, job, file)
            .by(by.actor())
            .within(file.areaId())
            .fact("recordedSeconds", job.recordedMillis() / 1_000)
            .detail("reason", reason));
    return job;
  }

  /// A moment behind which the file begins that has the first picture.
  private Instant before(UUID cameraId, Instant first) {
    return footage
        .findLast(cameraId, first)
        .filter(file -> file.span().to().isAfter(first))
        .map(file -> file.span().from())
        .orElse(first)
        .minusMillis(1);
  }

  /// @param by null where its case was closed
  @Transactional
  public AnalysisJob cancel(UUID id, @Nullable Person by) {
    AnalysisJob job =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(SightingProblem.NO_SUCH_ANALYSIS_JOB));
    if (job.state().isOver()) {
      throw Problem.of(SightingProblem.ANALYSIS_JOB_OVER);
    }
    table.end(id, AnalysisJobState.CANCELLED, by == null ? null : by.id(), clock.now());
    CaseFile file = cases.get(job.caseId());
    log.record(
        ended(event(SightingEvent.ANALYSIS_CANCELLED, job, file), job)
            .by(by == null ? null : by.actor())
            .within(file.areaId()));
    return get(id);
  }

  /// Ends one that runs, by itself.
  ///
  /// @param state done or failed
  @Transactional
  public void end(AnalysisJob job, AnalysisJobState state) {
    table.end(job.id(), state, null, clock.now());
    CaseFile file = cases.get(job.caseId());
    SightingEvent type =
        state == AnalysisJobState.DONE
            ? SightingEvent.ANALYSIS_DONE
            : SightingEvent.ANALYSIS_FAILED;
    log.record(ended(event(type, job, file), job).within(file.areaId()));
  }

  /// The one whose turn it is; its state may still be that it waits.
  Optional<AnalysisJob> findNext() {
    return table.listOpen().stream().findFirst();
  }

  private static Event event(SightingEvent type, AnalysisJob job, CaseFile file) {
    return Event.of(type)
        .about("case", file.id(), file.code())
        .fact("job", job.id())
        .fact("camera", job.cameraId())
        .fact("from", job.span().from())
        .fact("to", job.span().to());
  }

  private static Event ended(Event event, AnalysisJob job) {
    return event
        .fact("analysedSeconds", job.analysedMillis() / 1_000)
        .fact("passes", job.found())
        .fact("known", job.known());
  }
}
