package anbinh.recording;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time, `from` included, `to` excluded.
public record Span(Instant from, Instant to) {
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span ends before it begins: " + from + " … " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean isEmpty() {
    return from.equals(to);
  }

  public boolean overlaps(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /// The common part; empty (at the later start) when there is none.
  public Span intersect(Span other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return new Span(start, end.isBefore(start) ? start : end);
  }
}
