package anbinh.vision.protocol;

import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import org.jspecify.annotations.Nullable;

/// What an [AnalysisProcess] tells. It calls from one thread, which waits meanwhile.
public interface AnalysisListener {
  void found(PassFound pass);

  void done(UnitDone unit);

  void failed(UnitFailed unit);

  /// The process ended. With it what was followed of all cameras is lost. If it had a unit in hand,
  /// that is told next.
  void ended();

  /// The process ended while it analysed a unit, or it is closed before that was analysed.
  ///
  /// @param step in which it ended; null where it had begun none
  void lost(Analyse unit, @Nullable Step step);

  /// Nothing is followed of a camera any more, as was asked.
  void finished(String camera);

  /// The process could not be started, or ended before it was ready; it is tried again.
  ///
  /// @param reason for the log
  void notStarted(String reason);
}
