package anbinh.sightings.analysis;

import anbinh.recording.Span;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.vision.pass.Pass;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of what a process had in hand.
///
/// @param unit null where the process only ended what it followed of the camera
/// @param passes that it told of meanwhile
/// @param processorTime that the unit took; zero where it was not analysed
/// @param leftOut times of the unit of which nothing was seen, since a process ended with those
///   pictures
/// @param failure why it was not analysed; null where it was
public record AnalysisOutcome(
    UUID cameraId,
    @Nullable AnalysisUnit unit,
    List<Pass> passes,
    Duration processorTime,
    List<Span> leftOut,
    @Nullable Reason failure) {
  public AnalysisOutcome {
    passes = List.copyOf(passes);
    leftOut = List.copyOf(leftOut);
  }
}
