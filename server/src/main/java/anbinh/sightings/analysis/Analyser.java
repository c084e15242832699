package anbinh.sightings.analysis;

import anbinh.vision.protocol.AnalysisProcess;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// One process that analyses, and what it has in hand. It begins when there is something to do. For
/// one thread, which closes it.
public final class Analyser implements AutoCloseable {
  /// Long, since a process that hardly gets a processor hangs no more than a busy machine does.
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private static final AnalysisProcess.Settings SETTINGS =
      new AnalysisProcess.Settings(1, TIMEOUT, Duration.ofSeconds(1));

  private final AnalysisProgress progress;
  private final AnalysisProcess process;

  /// @param command that starts the process
  /// @param wake is called when there is an outcome
  public Analyser(List<String> command, Runnable wake) {
    progress = new AnalysisProgress(wake);
    process = new AnalysisProcess(command, SETTINGS, progress);
  }

  public AnalysisProgress progress() {
    return progress;
  }

  /// Gives it a unit, where it has nothing in hand.
  public void analyse(AnalysisUnit unit) throws InterruptedException {
    process.analyse(progress.begin(unit));
  }

  /// Has it end what it follows of a camera, where it has nothing in hand.
  public void finish(UUID cameraId) {
    progress.beginFinish(cameraId);
    process.finish(cameraId.toString());
  }

  /// Ends the process; what it has in hand is analysed again by the next one.
  @Override
  public void close() {
    progress.close();
    process.abort();
  }
}
