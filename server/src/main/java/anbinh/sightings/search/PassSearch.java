package anbinh.sightings.search;

import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Searches passes by what is remembered of a plate.
public final class PassSearch {
  /// Of more plates than these, the likeliest are looked for.
  private static final int MOST_PLATES = 4_000;

  private final PlateDictionary dictionary;
  private final PassIndex index;

  public PassSearch(PlateDictionary dictionary, PassIndex index) {
    this.dictionary = dictionary;
    this.index = index;
  }

  /// @param filter whose plates are replaced by those that fit the pattern
  /// @param most what a plate may cost
  public List<Hit> search(PlatePattern pattern, ReadingCosts costs, int most, PassQuery filter)
      throws IOException {
    return index.search(filter.of(plates(pattern, costs, most)));
  }

  /// The plates that fit and what each costs, the cheapest.
  private Map<Long, Integer> plates(PlatePattern pattern, ReadingCosts costs, int most) {
    Map<Long, Integer> found = new HashMap<>();
    int[] counts = new int[most + 1];
    dictionary.search(
        pattern,
        costs,
        most,
        (plate, _, cost) -> {
          if (found.put(plate, cost) == null) {
            counts[cost]++;
          }
        });
    int dearest = 0;
    int kept = counts[0];
    while (dearest < most && kept + counts[dearest + 1] <= MOST_PLATES) {
      kept += counts[++dearest];
    }
    if (kept < found.size()) {
      int bound = dearest;
      found.values().removeIf(cost -> cost > bound);
    }
    return found;
  }

  /// How many plates there are at each cost up to the greatest: what a search would accept.
  public int[] accepted(PlatePattern pattern, ReadingCosts costs, int most) {
    int[] counts = new int[most + 1];
    dictionary.search(pattern, costs, most, (_, _, cost) -> counts[cost]++);
    return counts;
  }
}
