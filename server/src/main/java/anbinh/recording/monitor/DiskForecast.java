package anbinh.recording.monitor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When the footage disk will be full if all goes on as in the last day. A camera's footage grows
/// at its rate until the oldest of it is as old as the camera keeps it; from then on as much is
/// deleted as comes. What is held longer is not foreseen.
final class DiskForecast {
  private DiskForecast() {}

  /// How one camera's footage grows.
  ///
  /// @param remaining how long until its oldest footage is deleted
  record Growth(double bytesPerSecond, Duration remaining) {}

  /// @return empty when there is room for all that the cameras keep
  static Optional<Duration> full(long freeBytes, List<Growth> cameras) {
    List<Growth> growing =
        cameras.stream()
            .filter(camera -> camera.bytesPerSecond() > 0 && camera.remaining().isPositive())
            .sorted(Comparator.comparing(Growth::remaining))
            .toList();
    double rate = growing.stream().mapToDouble(Growth::bytesPerSecond).sum();
    double free = freeBytes;
    double at = 0;
    for (Growth next : growing) {
      double until = next.remaining().toMillis() / 1000.0;
      double needed = rate * (until - at);
      if (needed >= free) {
        return Optional.of(Duration.ofSeconds(Math.max(0, Math.round(at + free / rate))));
      }
      free -= needed;
      at = until;
      rate -= next.bytesPerSecond();
    }
    return Optional.empty();
  }
}
