package anbinh.recording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The recorded runs on both sides of a stretch in which nothing is recorded, each at most a day
/// long as shown here.
///
/// @param before null when nothing is recorded earlier
/// @param after null when nothing is recorded later
public record Nearest(@Nullable Span before, @Nullable Span after) {
  /// The one with the smaller distance to the stretch; null when the camera has no recording.
  public @Nullable Span closest(Span asked) {
    if (before == null || after == null) {
      return before == null ? after : before;
    }
    Duration back = Duration.between(before.to(), asked.from());
    Duration ahead = Duration.between(asked.to(), after.from());
    return ahead.compareTo(back) < 0 ? after : before;
  }
}
