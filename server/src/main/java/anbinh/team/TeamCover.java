package anbinh.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Days on which a team covers a village.
///
/// @param until the first day without it; null for none yet
public record TeamCover(UUID teamId, UUID areaId, LocalDate from, @Nullable LocalDate until) {
  public boolean on(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
