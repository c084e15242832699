package anbinh.sightings.analysis.job;

import anbinh.cameras.store.Cameras;
import anbinh.platform.SiteClock;
import anbinh.recording.Coverage;
import anbinh.recording.FootageFile;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import anbinh.recording.footage.FootageFiles;
import anbinh.recording.footage.Recordings;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.analysis.AnalysisOutcome;
import anbinh.sightings.analysis.AnalysisUnit;
import anbinh.sightings.analysis.NextStep;
import anbinh.sightings.analysis.NotAnalysed;
import anbinh.sightings.analysis.PassMapper;
import anbinh.sightings.analysis.job.AnalysisJobGap.Reason;
import anbinh.sightings.source.SightingSource.Kind;
import anbinh.sightings.source.SightingSources;
import anbinh.sightings.store.NewSighting;
import anbinh.sightings.store.SightingStream;
import anbinh.vision.pass.Pass;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores what became of a job's units: passes and position in one transaction. Of a job that is
/// over nothing is stored. Safe for many threads.
@Component
class AnalysisJobResults {
  private static final List<GapCause> LOST =
      Stream.of(GapCause.values()).filter(GapCause::isLost).toList();

  private final AnalysisJobTable table;
  private final AnalysisJobs jobs;
  private final SightingSources sources;
  private final SightingStream stream;
  private final Recordings recordings;
  private final FootageFiles footage;
  private final Cameras cameras;
  private final SightingSettings settings;
  private final SiteClock clock;

  AnalysisJobResults(
      AnalysisJobTable table,
      AnalysisJobs jobs,
      SightingSources sources,
      SightingStream stream,
      Recordings recordings,
      FootageFiles footage,
      Cameras cameras,
      SightingSettings settings,
      SiteClock clock) {
    this.table = table;
    this.jobs = jobs;
    this.sources = sources;
    this.stream = stream;
    this.recordings = recordings;
    this.footage = footage;
    this.cameras = cameras;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public void store(UUID id, AnalysisOutcome outcome) {
    lockOpen(id).ifPresent(job -> store(job, outcome));
  }

  private void store(AnalysisJob job, AnalysisOutcome outcome) {
    AnalysisUnit unit = outcome.unit();
    NotAnalysed.Reason failure = outcome.failure();
    if (unit == null) {
      append(job, outcome.passes());
      table.setNotFollowed(job.id());
    } else if (unit.isRepeated()) {
      if (failure != null) {
        table.setNotFollowed(job.id());
      } // Its passes are stored already.
    } else {
      append(job, outcome.passes());
      move(
          job,
          unit.file(),
          failure == null ? null : reason(unit.file(), failure),
          outcome.leftOut());
    }
  }

  private void append(AnalysisJob job, List<Pass> passes) {
    UUID areaId = cameras.get(job.cameraId()).areaId();
    Instant oldest = oldest();
    List<NewSighting> own =
        passes.stream()
            .filter(pass -> !PassMapper.isLettering(pass))
            .map(pass -> PassMapper.sighting(pass, job.cameraId(), areaId))
            .filter(pass -> contains(job.span(), pass.bestAt()) && !pass.bestAt().isBefore(oldest))
            .toList();
    int found = stream.appendUnknown(sources.get(Kind.BUILT_IN), job.cameraId(), own);
    table.countPasses(job.id(), found, own.size() - found);
  }

  private static boolean contains(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }

  private Reason reason(FootageFile file, NotAnalysed.Reason failure) {
    if (footage.find(file.cameraId(), file.span().from()).isEmpty()) {
      return Reason.DELETED;
    }
    if (!Files.exists(file.path())) {
      return Reason.LOST;
    }
    return failure == NotAnalysed.Reason.CRASHED ? Reason.CRASHED : Reason.FAILED;
  }

  /// Passes over files of which no pass would be kept any more.
  @Transactional
  public void skip(UUID id, List<FootageFile> files) {
    for (FootageFile file : files) {
      lockOpen(id).ifPresent(job -> move(job, file, Reason.TOO_OLD, List.of()));
    }
  }

  /// The process cannot be started.
  @Transactional
  public void giveUp(UUID id) {
    lockOpen(id)
        .ifPresent(job -> {
          table.addGap(id, new Span(job.analysedUntil(), job.span().to()), Reason.NOT_STARTED);
          jobs.end(job, AnalysisJobState.FAILED);
        });
  }

  /// All is dealt with.
  @Transactional
  public void end(UUID id) {
    lockOpen(id)
        .ifPresent(job -> {
          addMissing(job, job.span().to());
          table.setRecorded(id);
          jobs.end(job, job.analysedMillis() > 0 ? AnalysisJobState.DONE : AnalysisJobState.FAILED);
        });
  }

  /// What passes are no older than.
  Instant oldest() {
    return clock.now().minus(settings.retention());
  }

  private Optional<AnalysisJob> lockOpen(UUID id) {
    return table.findForUpdate(id).filter(job -> !job.state().isOver());
  }

  /// @param reason why it was not analysed; null where it was
  /// @param leftOut times of it of which nothing was seen all the same
  private void move(
      AnalysisJob job, FootageFile file, @Nullable Reason reason, List<Span> leftOut) {
    addMissing(job, file.span().from());
    Span own = file.span().intersect(job.span());
    List<Span> unseen =
        leftOut.stream().map(own::intersect).filter(span -> !span.isEmpty()).toList();
    long millis = own.length().minus(total(unseen)).toMillis();
    table.move(job.id(), file.span(), reason == null, reason == null ? millis : 0);
    if (reason != null) {
      table.addGap(job.id(), own, reason);
    }
    unseen.forEach(span -> table.addGap(job.id(), span, Reason.CRASHED));
  }

  private static Duration total(List<Span> spans) {
    return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /// Notes what was recorded between the position and a time, and is there no more.
  private void addMissing(AnalysisJob job, Instant until) {
    if (!until.isAfter(job.analysedUntil().plus(NextStep.TOLERANCE))) {
      return;
    }
    Span between = new Span(job.analysedUntil(), until);
    for (Coverage.Gap gap : recordings.coverage(job.cameraId(), between).gaps()) {
      if (gap.is(GapCause.DELETED)) {
        table.addGap(job.id(), gap.span(), Reason.DELETED);
      } else if (LOST.stream().anyMatch(gap::is)) {
        table.addGap(job.id(), gap.span(), Reason.LOST);
      }
    }
  }
}
