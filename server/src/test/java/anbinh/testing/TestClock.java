package anbinh.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A server's clock that a test sets: it stands at nine in the morning of 20 October 2026 in Viet
/// Nam when the server starts, and goes on from there. Safe for many threads.
public final class TestClock implements InstantSource {
  public static final Instant START = Instant.parse("2026-10-20T02:00:00Z");

  private final Clock real = Clock.systemUTC();
  private volatile Duration offset = Duration.between(real.instant(), START);

  @Override
  public Instant instant() {
    return real.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
  }

  /// Moves on, or back by a negative duration.
  public synchronized void move(Duration by) {
    offset = offset.plus(by);
  }
}
