package anbinh.teamwork.duty;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn of a team's plan.
///
/// @param starts by the site's clock; a turn may end on the next day
/// @param route in words
/// @param cancelled why it was called off; null while it stands
/// @param patrolled whether a patrol was written down for it
record Shift(
    UUID id,
    UUID teamId,
    LocalDate on,
    LocalTime starts,
    int minutes,
    String route,
    List<UUID> members,
    @Nullable String cancelled,
    boolean patrolled) {
  public Shift {
    members = List.copyOf(members);
  }

  boolean stands() {
    return cancelled == null;
  }

  private LocalDateTime begin() {
    return on.atTime(starts);
  }

  /// Who would be at two places.
  List<UUID> twice(Shift other) {
    boolean meet =
        begin().isBefore(other.begin().plusMinutes(other.minutes))
            && other.begin().isBefore(begin().plusMinutes(minutes));
    return meet && !id.equals(other.id)
        ? members.stream().filter(other.members::contains).toList()
        : Collections.emptyList();
  }
}
