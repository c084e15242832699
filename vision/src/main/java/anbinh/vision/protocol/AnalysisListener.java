package anbinh.vision.protocol;

import anbinh.vision.protocol.AnalysisAnswer.PassFound;
import anbinh.vision.protocol.AnalysisAnswer.UnitDone;
import anbinh.vision.protocol.AnalysisAnswer.UnitFailed;
import anbinh.vision.protocol.AnalysisRequest.Analyse;

/// What an [AnalysisProcess] tells. It calls from one thread, which waits meanwhile.
public interface AnalysisListener {
  void found(PassFound pass);

  void done(UnitDone unit);

  void failed(UnitFailed unit);

  /// The process ended while it analysed a unit. With it what was followed of all cameras is lost.
  void lost(Analyse unit);

  /// Nothing is followed of a camera any more, as was asked.
  void finished(String camera);

  /// The process could not be started, or ended before it was ready; it is tried again.
  ///
  /// @param reason for the log
  void notStarted(String reason);
}
