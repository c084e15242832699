package anbinh.standard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a commune and the units in its charge stand in a year: numbers without a name of anybody.
///
/// @param units that count: residential areas, agencies, enterprises and schools in it that are
///   covered
/// @param exempt that do not count, since the circular does not cover them
/// @param assessed that assessed themselves or are further
/// @param met that were decided to meet the standard, and were not revoked
/// @param needed how many have to be recognised (article 5.4)
/// @param state its own; null while it is not registered
/// @param exceptions why it was decided to meet the standard where something stood against that
public record CommuneStanding(
    UUID communeId,
    String communeName,
    int year,
    int units,
    int exempt,
    int registered,
    int assessed,
    int decided,
    int met,
    int needed,
    @Nullable StandardState state,
    @Nullable StandardOutcome outcome,
    List<StandardException> exceptions) {
  public CommuneStanding {
    exceptions = List.copyOf(exceptions);
  }

  /// Whether all registered (article 5.4).
  public boolean allRegistered() {
    return units > 0 && registered == units;
  }

  /// Whether enough are recognised (article 5.4).
  public boolean enoughMet() {
    return units > 0 && met >= needed;
  }

  /// How many of so many are a share of a hundred, rounded up: 18 of 25 for 70.
  public static int needed(int units, int percent) {
    return Math.toIntExact(Math.ceilDiv((long) units * percent, 100L));
  }
}
