package anbinh.sightings.onvif;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The recorder's time of what a camera tells by its own clock. As in recordings, the recorder's
/// clock counts: the camera's says only what was how long before what else. What comes soonest
/// after its time, of the last minute or two, is taken as on its way for no time. For one thread.
final class CameraTime {
  private static final Duration SPAN = Duration.ofMinutes(1);

  private @Nullable Duration least;
  private @Nullable Duration leastBefore;
  private Instant spanFrom = Instant.EPOCH;

  /// @param utcTime by the camera's clock
  /// @param at when it came, by the recorder's
  /// @return never after `at`
  Instant of(Instant utcTime, Instant at) {
    if (at.isBefore(spanFrom) || at.isAfter(spanFrom.plus(SPAN))) {
      leastBefore = at.isAfter(spanFrom.plus(SPAN.multipliedBy(2))) ? null : least;
      least = null;
      spanFrom = at;
    }
    Duration offset = Duration.between(utcTime, at);
    least = lesser(least, offset);
    return utcTime.plus(lesser(leastBefore, least));
  }

  private static Duration lesser(@Nullable Duration one, Duration other) {
    return one != null && one.compareTo(other) < 0 ? one : other;
  }
}
