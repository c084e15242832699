package anbinh.sightings.analysis;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.recording.FootageFile;
import anbinh.recording.RecordingSettings;
import anbinh.recording.footage.FootageFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Leads closed segments of switched-on cameras through the processes, that of the camera that lags
/// most first. A camera is always analysed by the same process, which follows it. Without a camera
/// there is no process.
@Component
@OnlyWhenServing
public class AnalysisWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  /// In which a segment that ended is closed and known, at the latest.
  private static final Duration CLOSING = Duration.ofMinutes(1);

  private static final int SOME_FILES = 100;

  private final AnalysisTable table;
  private final AnalysisResults results;
  private final FootageFiles footage;
  private final AnalysisSettings settings;
  private final SiteClock clock;
  private final NextStep.Limits limits;
  private final ProcessorUse use;
  private volatile List<Analyser> analysers = List.of();
  private long units;

  AnalysisWorker(
      AnalysisTable table,
      AnalysisResults results,
      FootageFiles footage,
      AnalysisSettings settings,
      RecordingSettings recording,
      ProcessorUse use,
      SiteClock clock) {
    super("analysis of footage", AFTER_FAILURE);
    this.table = table;
    this.results = results;
    this.footage = footage;
    this.settings = settings;
    this.use = use;
    this.clock = clock;
    this.limits =
        new NextStep.Limits(settings.maxLag(), recording.segment().multipliedBy(2).plus(CLOSING));
  }

  /// Whether processes analyse, or why none does.
  enum State {
    /// By the settings.
    DISABLED,
    /// No camera is switched on.
    IDLE,
    RUNNING,
    /// One could not be started; it is tried again.
    NOT_STARTED
  }

  State state() {
    List<Analyser> present = analysers;
    if (!settings.enabled()) {
      return State.DISABLED;
    }
    if (present.isEmpty()) {
      return State.IDLE;
    }
    return present.stream().allMatch(each -> each.progress().isStartable())
        ? State.RUNNING
        : State.NOT_STARTED;
  }

  /// Seconds of a processor for a second of video; empty where nothing was analysed yet.
  OptionalDouble processorUse() {
    return use.perVideoSecond();
  }

  /// Whether a segment of a switched-on camera waits for longer than it usually does.
  public boolean isBehind() {
    Instant usual = clock.now().minus(limits.quiet());
    return table.listSwitchedOn().stream()
        .filter(camera -> camera.analysedUntil().isBefore(usual))
        .flatMap(camera -> footage.listAfter(camera.cameraId(), camera.lastStart(), 1).stream())
        .anyMatch(file -> file.span().to().isBefore(usual));
  }

  @Override
  protected Duration round() throws InterruptedException {
    List<AnalysedCamera> cameras = settings.enabled() ? table.listSwitchedOn() : List.of();
    if (analysers.isEmpty() && !cameras.isEmpty()) {
      analysers =
          IntStream.range(0, settings.processes())
              .mapToObj(_ -> new Analyser(AnalyserCommand.of(settings.models()), this::wake))
              .toList();
    }
    boolean isIdle = true;
    for (int i = 0; i < analysers.size() && isRunning(); i++) {
      int number = i;
      isIdle &=
          !work(
              analysers.get(i),
              cameras.stream()
                  .filter(each -> number == numberOf(each.cameraId(), analysers.size()))
                  .toList());
    }
    if (isIdle && cameras.isEmpty()) {
      close();
    }
    return BETWEEN;
  }

  private static int numberOf(UUID cameraId, int count) {
    return Math.floorMod(cameraId.hashCode(), count);
  }

  /// Deals with what a process told, and gives it the next.
  ///
  /// @return whether it has something in hand
  private boolean work(Analyser analyser, List<AnalysedCamera> cameras)
      throws InterruptedException {
    AnalysisProgress progress = analyser.progress();
    if (progress.outcome().isPresent()) {
      store(progress.outcome().get());
      progress.clear();
      wake(); // Positions have moved, so the next round knows what is next.
      return true;
    }
    if (!progress.isIdle() || finishSwitchedOff(analyser, cameras)) {
      return true;
    }
    for (AnalysedCamera camera : cameras) {
      if (begin(analyser, camera)) {
        return true;
      }
    }
    return false;
  }

  private void store(AnalysisOutcome outcome) {
    results.store(outcome);
    AnalysisUnit unit = outcome.unit();
    if (outcome.failure() == NotAnalysed.Reason.CRASHED) {
      LOG.warn("the process that analyses footage ended too often with the same segment in hand");
    }
    if (unit != null && outcome.failure() == null) {
      use.add(outcome.processorTime(), unit.file().span().length());
    }
  }

  private static boolean finishSwitchedOff(Analyser analyser, List<AnalysedCamera> cameras) {
    Set<UUID> on = cameras.stream().map(AnalysedCamera::cameraId).collect(Collectors.toSet());
    for (UUID followed : analyser.progress().followed()) {
      if (!on.contains(followed)) {
        analyser.finish(followed);
        return true;
      }
    }
    return false;
  }

  /// Whether there is something to do for a camera, which the process does then.
  private boolean begin(Analyser analyser, AnalysedCamera camera) throws InterruptedException {
    Instant now = clock.now();
    UUID id = camera.cameraId();
    List<FootageFile> files = footage.listAfter(id, camera.lastStart(), SOME_FILES);
    boolean follows = analyser.progress().follows(id);
    return switch (NextStep.of(camera, follows, files, now, limits)) {
      case NextStep.Wait() -> false;
      case NextStep.Finish() -> {
        analyser.finish(id);
        yield true;
      }
      case NextStep.Skip(List<FootageFile> late) -> {
        results.skip(late);
        wake();
        yield false;
      }
      case NextStep.Repeat() -> {
        analyser.analyse(
            footage
                .find(id, camera.lastStart())
                .map(file -> new AnalysisUnit(++units, file, true, true))
                .orElseGet(() -> new AnalysisUnit(++units, files.getFirst(), true, false)));
        yield true;
      }
      case NextStep.Analyse(FootageFile file, boolean gap) -> {
        analyser.analyse(new AnalysisUnit(++units, file, gap, false));
        yield true;
      }
    };
  }

  @Override
  public void stop() {
    super.stop();
    close();
  }

  private void close() {
    analysers.forEach(Analyser::close);
    analysers = List.of();
  }
}
