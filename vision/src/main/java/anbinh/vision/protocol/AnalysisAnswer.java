package anbinh.vision.protocol;

import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.Pass;
import java.time.Duration;

/// What the process that analyses video says.
public sealed interface AnalysisAnswer {
  /// The nets are loaded.
  record Ready(ModelVersion reader, ModelVersion detector) implements AnalysisAnswer {}

  /// Something has passed a camera, and is gone.
  ///
  /// @param unit that its picture is from; it may have been done before
  /// @param pass with times to the nearest millisecond
  record PassFound(long unit, String camera, Pass pass) implements AnalysisAnswer {}

  /// @param decoded pictures
  /// @param looks at those of them in which plates and objects were sought
  /// @param processorTime that it took, of all threads
  record UnitDone(long unit, int decoded, int looks, Duration processorTime)
      implements AnalysisAnswer {}

  /// @param reason without the names of files
  record UnitFailed(long unit, String reason) implements AnalysisAnswer {}

  record CameraFinished(String camera) implements AnalysisAnswer {}
}
