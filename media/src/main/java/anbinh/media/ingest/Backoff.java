package anbinh.media.ingest;

import anbinh.media.StreamState.Cause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt. The part left to chance keeps cameras that fell out
/// together, as behind one switch, from coming back at the same moment.
record Backoff(IngestOptions options, RandomGenerator random) {
  /// @param failures in a row, counted from 1
  /// @param notBefore what the camera asks for, granted up to the time after a refusal
  Duration after(int failures, Cause cause, Duration notBefore) {
    Duration own = after(failures, cause);
    Duration limit = options.retryAfterRefusal();
    Duration granted = notBefore.compareTo(limit) < 0 ? notBefore : limit;
    return own.compareTo(granted) < 0 ? granted : own;
  }

  /// @param failures in a row, counted from 1
  Duration after(int failures, Cause cause) {
    if (cause == Cause.UNAUTHORISED) {
      return vary(options.retryAfterRefusal());
    }
    int doublings = Math.min(Math.max(failures, 1) - 1, 20);
    Duration doubled = options.firstRetry().multipliedBy(1L << doublings);
    Duration limit = options.longestRetry();
    return vary(doubled.compareTo(limit) < 0 ? doubled : limit);
  }

  private Duration vary(Duration duration) {
    return Duration.ofNanos((long) (duration.toNanos() * random.nextDouble(0.8, 1.2)));
  }
}
