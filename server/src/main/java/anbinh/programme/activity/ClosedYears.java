package anbinh.programme.activity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The years of a programme whose assessment was confirmed, each for the part that it is about:
/// what was done in that part and year is corrected no more, and what is taken down of it later is
/// late.
///
/// A part that lies in another commune since is closed by what either confirms.
public final class ClosedYears {
  private final Map<PartYear, Instant> confirmed;
  private final Function<UUID, Optional<UUID>> holder;

  /// @param holder the part in which the part of a commune lies today; empty for that of the
  ///   commune that keeps the programme
  ClosedYears(Map<PartYear, Instant> confirmed, Function<UUID, Optional<UUID>> holder) {
    this.confirmed = Map.copyOf(confirmed);
    this.holder = holder;
  }

  /// @param communeId whose part it is; null of the commune that keeps the programme
  record PartYear(@Nullable UUID communeId, int year) {}

  /// Whether what was done in a part and year stays as it stands.
  boolean has(@Nullable UUID communeId, int year) {
    return at(communeId, year) != null;
  }

  public boolean has(ProgrammeActivity activity) {
    return has(activity.communeId(), activity.on().getYear());
  }

  /// Whether something was taken down after its year was closed.
  public boolean isLate(ProgrammeActivity activity) {
    Instant at = at(activity.communeId(), activity.on().getYear());
    return at != null && activity.first().at().isAfter(at);
  }

  private @Nullable Instant at(@Nullable UUID communeId, int year) {
    Instant own = confirmed.get(new PartYear(communeId, year));
    if (own != null || communeId == null) {
      return own;
    }
    return confirmed.get(new PartYear(holder.apply(communeId).orElse(null), year));
  }
}
