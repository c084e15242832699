package anbinh.vision;

import java.time.Instant;

/// A stretch of time, `from` included, `to` excluded.
public record TimeSpan(Instant from, Instant to) {
  public TimeSpan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span ends before it begins: " + from + " … " + to);
    }
  }
}
