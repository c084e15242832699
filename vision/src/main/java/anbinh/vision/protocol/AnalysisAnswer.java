package anbinh.vision.protocol;

import anbinh.vision.TimeSpan;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.Pass;
import java.time.Duration;
import java.util.List;

/// What the process that analyses video says.
public sealed interface AnalysisAnswer {
  /// The nets are loaded.
  record Ready(ModelVersion reader, ModelVersion detector) implements AnalysisAnswer {}

  /// A step of a unit is about to be done. If the process ends, it is the last of these that it had
  /// in hand.
  record StepBegun(long unit, Step step) implements AnalysisAnswer {}

  /// Something has passed a camera, and is gone.
  ///
  /// @param unit that its picture is from; it may have been done before
  /// @param pass with times to the nearest millisecond
  record PassFound(long unit, String camera, Pass pass) implements AnalysisAnswer {}

  /// @param decoded pictures
  /// @param looks at those of them in which plates and objects were sought
  /// @param processorTime that it took, of all threads
  /// @param leftOut times of which nothing was seen, since steps were left out: each until the next
  ///   picture that was seen; to the nearest millisecond
  record UnitDone(long unit, int decoded, int looks, Duration processorTime, List<TimeSpan> leftOut)
      implements AnalysisAnswer {
    public UnitDone {
      leftOut = List.copyOf(leftOut);
      if (leftOut.size() > Messages.MAX_LIST) {
        throw new IllegalArgumentException("too many spans were left out");
      }
    }
  }

  /// @param reason without the names of files
  record UnitFailed(long unit, String reason) implements AnalysisAnswer {}

  record CameraFinished(String camera) implements AnalysisAnswer {}
}
