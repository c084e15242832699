package anbinh.sightings.analysis;

import anbinh.recording.Span;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.vision.pass.Pass;
import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisListener;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one process has in hand, one thing at a time, and which cameras it follows. It is told of
/// an outcome by the process's thread and keeps it until it is dealt with.
///
/// If the process ends with a unit in hand, there is no outcome: what was told of the unit is
/// dropped, and nothing is in hand. So whoever gives out units gives out the same one again, which
/// is then sent without the step in which the process ended. Only a unit with which too many
/// processes end has that as its outcome. Safe for many threads.
public final class AnalysisProgress implements AnalysisListener {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisProgress.class);

  private final Runnable wake;
  private final Set<UUID> followed = new HashSet<>();
  private final Crashes crashes = new Crashes();
  private final List<Pass> passes = new ArrayList<>();
  private @Nullable UUID camera;
  private @Nullable AnalysisUnit unit;
  private @Nullable AnalysisOutcome outcome;
  private boolean isStartable = true;
  private boolean isClosed;

  /// @param wake is called when there is an outcome
  AnalysisProgress(Runnable wake) {
    this.wake = wake;
  }

  public synchronized boolean isIdle() {
    return camera == null;
  }

  /// Whether the process could be started when it was last tried.
  public synchronized boolean isStartable() {
    return isStartable;
  }

  public synchronized boolean follows(UUID cameraId) {
    return followed.contains(cameraId);
  }

  synchronized Set<UUID> followed() {
    return Set.copyOf(followed);
  }

  /// The process gets a unit.
  ///
  /// @return what it is to be sent
  synchronized Analyse begin(AnalysisUnit begun) {
    camera = begun.cameraId();
    unit = begun;
    return begun.request(crashes.leftOut(begun.file()));
  }

  /// The process is to end what it follows of a camera.
  synchronized void beginFinish(UUID cameraId) {
    camera = cameraId;
    unit = null;
  }

  /// What is to be dealt with.
  public synchronized Optional<AnalysisOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /// The outcome has been dealt with.
  public synchronized void clear() {
    outcome = null;
    drop();
  }

  private void drop() {
    camera = null;
    unit = null;
    passes.clear();
  }

  /// Whatever the process has in hand, it is ended.
  synchronized void close() {
    isClosed = true;
  }

  @Override
  public synchronized void found(PassFound pass) {
    isStartable = true;
    passes.add(pass.pass());
  }

  @Override
  public synchronized void done(UnitDone told) {
    if (camera != null) {
      followed.add(camera);
    }
    List<Span> leftOut =
        told.leftOut().stream().map(span -> new Span(span.from(), span.to())).toList();
    end(told.processorTime(), leftOut, null);
  }

  @Override
  public synchronized void failed(UnitFailed told) {
    LOG.warn("a segment could not be analysed: {}", told.reason());
    if (camera != null) {
      followed.remove(camera);
    }
    end(Duration.ZERO, List.of(), Reason.FAILED);
  }

  @Override
  public synchronized void ended() {
    followed.clear();
  }

  @Override
  public synchronized void lost(Analyse told, @Nullable Step step) {
    AnalysisUnit lost = unit;
    if (isClosed) {
      return;
    }
    if (lost == null || !crashes.add(lost.file(), step)) {
      end(Duration.ZERO, List.of(), Reason.CRASHED);
      return;
    }
    LOG.warn(
        "the process that analyses footage ended ({}); the segment is analysed again without that",
        step == null ? "before the first step" : step);
    isStartable = true;
    drop();
    wake.run();
  }

  @Override
  public synchronized void finished(String name) {
    if (camera != null) {
      followed.remove(camera);
    }
    end(Duration.ZERO, List.of(), null);
  }

  @Override
  public synchronized void notStarted(String reason) {
    LOG.warn("the process that analyses footage could not be started: {}", reason);
    isStartable = false;
  }

  private void end(Duration processorTime, List<Span> leftOut, @Nullable Reason failure) {
    isStartable = true;
    UUID ended = camera;
    if (ended != null) {
      outcome = new AnalysisOutcome(ended, unit, passes, processorTime, leftOut, failure);
      wake.run();
    }
  }
}
