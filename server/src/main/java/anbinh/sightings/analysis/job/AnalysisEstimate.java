package anbinh.sightings.analysis.job;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What analysing takes, by what was measured of late.
///
/// @param processorTime null where nothing was measured yet
/// @param doneAt at the earliest, where nothing else keeps the processor; likewise
record AnalysisEstimate(@Nullable Duration processorTime, @Nullable Instant doneAt) {
  /// @param video how much there is to analyse
  /// @param before how much waits before it
  /// @param perVideoSecond seconds of a processor for a second of video
  static AnalysisEstimate of(
      Duration video, Duration before, OptionalDouble perVideoSecond, Instant now) {
    if (perVideoSecond.isEmpty()) {
      return new AnalysisEstimate(null, null);
    }
    double use = perVideoSecond.getAsDouble();
    return new AnalysisEstimate(times(video, use), now.plus(times(video.plus(before), use)));
  }

  private static Duration times(Duration video, double use) {
    return Duration.ofMillis(Math.round(video.toMillis() * use));
  }
}
