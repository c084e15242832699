package anbinh.sightings.analysis.job;

import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.recording.FootageFile;
import anbinh.recording.footage.FootageFiles;
import anbinh.recording.footage.Recordings;
import anbinh.sightings.analysis.Analyser;
import anbinh.sightings.analysis.AnalyserCommand;
import anbinh.sightings.analysis.AnalysisOutcome;
import anbinh.sightings.analysis.AnalysisProgress;
import anbinh.sightings.analysis.AnalysisSettings;
import anbinh.sightings.analysis.AnalysisUnit;
import anbinh.sightings.analysis.AnalysisWorker;
import anbinh.sightings.analysis.ProcessorUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Leads the stored footage of one job at a time through a process of its own, so that what the
/// live analysis follows is not touched. It gives the process nothing new while that is behind.
/// Without a job there is no process.
@Component
@OnlyWhenServing
class AnalysisJobWorker extends PollingWorker {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Duration START_TIMEOUT = Duration.ofMinutes(10);
  private static final int SOME_FILES = 20;

  private final AnalysisJobs jobs;
  private final AnalysisJobTable table;
  private final AnalysisJobResults results;
  private final AnalysisWorker live;
  private final Recordings recordings;
  private final FootageFiles footage;
  private final Cases cases;
  private final AnalysisSettings settings;
  private final ProcessorUse use;
  private final SiteClock clock;
  private @Nullable Hand hand;
  private volatile boolean isPaused;
  private long units;

  AnalysisJobWorker(
      AnalysisJobs jobs,
      AnalysisJobTable table,
      AnalysisJobResults results,
      AnalysisWorker live,
      Recordings recordings,
      FootageFiles footage,
      Cases cases,
      AnalysisSettings settings,
      ProcessorUse use,
      SiteClock clock) {
    super("analysis of stored footage", AFTER_FAILURE);
    this.jobs = jobs;
    this.table = table;
    this.results = results;
    this.live = live;
    this.recordings = recordings;
    this.footage = footage;
    this.cases = cases;
    this.settings = settings;
    this.use = use;
    this.clock = clock;
  }

  /// A job in the hands of a process.
  private static final class Hand {
    private final UUID jobId;
    private final Analyser analyser;

    /// Since when the process cannot be started; null where it can.
    private @Nullable Instant stuckSince;

    Hand(UUID jobId, Analyser analyser) {
      this.jobId = jobId;
      this.analyser = analyser;
    }
  }

  /// Whether jobs wait until the live analysis has caught up.
  boolean isPaused() {
    return isPaused;
  }

  @Override
  protected Duration round() throws InterruptedException {
    Optional<AnalysisJob> next = settings.enabled() ? jobs.findNext() : Optional.empty();
    Hand held = hand;
    if (held != null && next.filter(job -> job.id().equals(held.jobId)).isEmpty()) {
      close(); // It was cancelled: what the process has in hand is of no use.
    }
    if (next.isPresent()) {
      work(next.get());
    } else {
      isPaused = false;
    }
    return BETWEEN;
  }

  private void work(AnalysisJob job) throws InterruptedException {
    if (cases.find(job.caseId()).filter(CaseFile::open).isEmpty()) {
      jobs.cancel(job.id(), null);
      wake();
      return;
    }
    Hand held = hand;
    if (held != null && held.analyser.progress().outcome().isPresent()) {
      deal(held, held.analyser.progress().outcome().get());
      held.analyser.progress().clear();
      wake(); // The position has moved, so the next round knows what is next.
      return;
    }
    if (held != null && !held.analyser.progress().isIdle()) {
      giveUpIfStuck(held);
      return;
    }
    isPaused = live.isBehind();
    if (!isPaused) {
      begin(job, held == null ? take(job) : held);
    }
  }

  private Hand take(AnalysisJob job) {
    table.start(job.id(), clock.now());
    var taken = new Hand(job.id(), new Analyser(AnalyserCommand.of(settings.models()), this::wake));
    hand = taken;
    return taken;
  }

  private void deal(Hand held, AnalysisOutcome outcome) {
    AnalysisUnit unit = outcome.unit();
    results.store(held.jobId, outcome);
    if (unit != null && outcome.failure() == null) {
      use.add(outcome.processorTime(), unit.file().span().length());
    }
  }

  private void giveUpIfStuck(Hand held) {
    Instant now = clock.now();
    if (held.analyser.progress().isStartable()) {
      held.stuckSince = null;
    } else if (held.stuckSince == null) {
      held.stuckSince = now;
    } else if (held.stuckSince.plus(START_TIMEOUT).isBefore(now)) {
      results.giveUp(held.jobId);
      close();
      wake();
    }
  }

  private void begin(AnalysisJob job, Hand held) throws InterruptedException {
    UUID camera = job.cameraId();
    Analyser analyser = held.analyser;
    AnalysisProgress progress = analyser.progress();
    // Asked before the files are listed: what is closed meanwhile is among them.
    boolean isClosed = recordings.isClosed(camera, job.span());
    List<FootageFile> files = footage.listAfter(camera, job.lastStart(), SOME_FILES);
    switch (AnalysisJobStep.of(job, progress.follows(camera), files, isClosed, results.oldest())) {
      case AnalysisJobStep.Wait() -> {}
      case AnalysisJobStep.Skip(List<FootageFile> late) -> {
        results.skip(job.id(), late);
        wake();
      }
      case AnalysisJobStep.Repeat() -> repeat(job, analyser);
      case AnalysisJobStep.Analyse(FootageFile file, boolean gap) ->
          analyser.analyse(new AnalysisUnit(++units, file, gap, false));
      case AnalysisJobStep.Finish() -> analyser.finish(camera);
      case AnalysisJobStep.End() -> {
        results.end(job.id());
        close();
        wake();
      }
    }
  }

  private void repeat(AnalysisJob job, Analyser analyser) throws InterruptedException {
    Optional<FootageFile> last = footage.find(job.cameraId(), job.lastStart());
    if (last.isPresent()) {
      analyser.analyse(new AnalysisUnit(++units, last.get(), true, true));
    } else {
      table.setNotFollowed(job.id()); // It is gone.
      wake();
    }
  }

  @Override
  public void stop() {
    super.stop();
    close();
  }

  private void close() {
    Hand held = hand;
    if (held != null) {
      held.analyser.close();
    }
    hand = null;
  }
}
