package anbinh.programme.effect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many were counted in some areas and quarters.
///
/// @param sum of the quarters of areas of which a number is known
/// @param known how many of these there are
/// @param missing of how many nothing is known, which is not the same as none
record Counted(long sum, int known, int missing) {
  /// @param values by area and quarter, where known
  public static Counted of(
      Collection<UUID> areas, List<Quarter> quarters, Map<UUID, Map<Quarter, Long>> values) {
    long sum = 0;
    int known = 0;
    for (UUID area : areas) {
      Map<Quarter, Long> row = values.getOrDefault(area, Map.of());
      for (Quarter quarter : quarters) {
        Long value = row.get(quarter);
        if (value != null) {
          sum += value;
          known++;
        }
      }
    }
    return new Counted(sum, known, areas.size() * quarters.size() - known);
  }

  /// For each quarter of an area; null where nothing is known.
  public @Nullable Double rate() {
    return known == 0 ? null : (double) sum / known;
  }
}
