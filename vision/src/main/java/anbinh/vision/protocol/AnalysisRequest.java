package anbinh.vision.protocol;

import java.nio.file.Path;
import java.time.Instant;

/// What is asked of the process that analyses video.
public sealed interface AnalysisRequest {
  /// Analyse a file. What a camera's files show is followed from one to the next.
  ///
  /// @param unit number of the file, which the answers repeat
  /// @param camera whose tracks the file continues; any name, such as one of a camera's live
  ///   analysis and another of its analysis again
  /// @param start time of the file's first picture, exact to the millisecond
  /// @param gap whether it does not follow the camera's file before at once, so that nothing is
  ///   followed from there
  record Analyse(long unit, String camera, Path file, Instant start, boolean gap)
      implements AnalysisRequest {}

  /// End all tracks of a camera, and forget it.
  record Finish(String camera) implements AnalysisRequest {}
}
