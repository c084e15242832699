package anbinh.notification.channel;

import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of what somebody is told outside the console, and when.
///
/// @param muted kinds of which no message tells
/// @param quietFrom when the quiet hours begin, by the clock of the place; null where there are
///   none
/// @param quietTo when they end, on the same day or the next
public record Preferences(
    Set<WorklistKind> muted, @Nullable LocalTime quietFrom, @Nullable LocalTime quietTo) {
  public static final Preferences DEFAULT = new Preferences(Set.of(), null, null);

  public Preferences {
    muted = Set.copyOf(muted);
  }

  /// When a message may go that waits from now on: now, or at the end of the quiet hours.
  Instant earliest(Instant now, ZoneId zone) {
    if (quietFrom == null || quietTo == null) {
      return now;
    }
    ZonedDateTime here = now.atZone(zone);
    LocalTime time = here.toLocalTime();
    boolean overMidnight = quietTo.isBefore(quietFrom);
    boolean begun = !time.isBefore(quietFrom);
    boolean ended = !time.isBefore(quietTo);
    if (overMidnight ? !begun && ended : !begun || ended) {
      return now;
    }
    return here.toLocalDate()
        .plusDays(overMidnight && begun ? 1 : 0)
        .atTime(quietTo)
        .atZone(zone)
        .toInstant();
  }
}
