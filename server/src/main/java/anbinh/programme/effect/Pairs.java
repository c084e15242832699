package anbinh.programme.effect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What was counted in quarters of areas after, and in the counterparts of these before, where both
/// are known.
///
/// @param areas of how many one pair is known at least
record Pairs(Counted before, Counted after, int areas) {
  static Pairs of(Window window, Collection<UUID> areas, Map<UUID, Map<Quarter, Long>> values) {
    long first = 0;
    long second = 0;
    int known = 0;
    int some = 0;
    List<Quarter> quarters = window.after();
    for (UUID area : areas) {
      Map<Quarter, Long> row = values.getOrDefault(area, Map.of());
      int before = known;
      for (Quarter quarter : quarters) {
        Long earlier = row.get(window.counterpart(quarter));
        Long later = row.get(quarter);
        if (earlier != null && later != null) {
          first += earlier;
          second += later;
          known++;
        }
      }
      some += known > before ? 1 : 0;
    }
    int missing = areas.size() * quarters.size() - known;
    return new Pairs(new Counted(first, known, missing), new Counted(second, known, missing), some);
  }
}
