package anbinh.evidence.request.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Footage of some cameras in a stretch of time: what is asked, and what is granted of it. Times
/// are whole milliseconds, as the log and packages write them; what is finer is cut off.
///
/// @param from first instant, inclusive
/// @param to end, exclusive, after `from`
/// @param cameraIds at least one, each once, in the order asked
public record Grant(Instant from, Instant to, List<UUID> cameraIds) {
  public Grant {
    cameraIds = List.copyOf(cameraIds);
    from = whole(from);
    to = whole(to);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("ends at " + to + ", not after " + from);
    }
    if (cameraIds.isEmpty() || cameraIds.stream().distinct().count() != cameraIds.size()) {
      throw new IllegalArgumentException("needs cameras, each once: " + cameraIds);
    }
  }

  /// A bound of a grant as it was sent.
  public static Instant whole(Instant sent) {
    return sent.truncatedTo(ChronoUnit.MILLIS);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /// The time of all cameras together.
  public Duration cameraTime() {
    return length().multipliedBy(cameraIds.size());
  }

  /// Whether this asks for nothing that `other` does not hold.
  public boolean within(Grant other) {
    return !from.isBefore(other.from)
        && !to.isAfter(other.to)
        && other.cameraIds.containsAll(cameraIds);
  }

  /// Whether this holds the same footage as `other`, whatever the order of cameras.
  public boolean sameAs(Grant other) {
    return within(other) && other.within(this);
  }
}
