package anbinh.vision.protocol;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
  /// @param leftOut steps that are not done, since a process ended in them; at most 255
  record Analyse(
      long unit, String camera, Path file, Instant start, boolean gap, List<Step> leftOut)
      implements AnalysisRequest {
    public Analyse {
      leftOut = List.copyOf(leftOut);
      if (leftOut.size() > Messages.MAX_LIST) {
        throw new IllegalArgumentException("too many steps are to be left out");
      }
    }
  }

  /// End all tracks of a camera, and forget it.
  record Finish(String camera) implements AnalysisRequest {}
}
