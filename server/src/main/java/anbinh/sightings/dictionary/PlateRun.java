package anbinh.sightings.dictionary;

import java.util.Arrays;

/// Plates in their order, none twice, and how often each was read. Searched as if the sorted array
/// were a trie: all plates that begin alike stand together, and share the rows of their beginning.
final class PlateRun {
  private final long[] plates;

  /// The same plates read from their ends, in the order of those.
  private final long[] reversed;

  /// Of each of [#plates]; changes while others search.
  private final int[] counts;

  /// @param plates sorted, none twice; not copied
  /// @param counts of each; not copied
  PlateRun(long[] plates, int[] counts) {
    this.plates = plates;
    this.counts = counts;
    reversed = new long[plates.length];
    for (int i = 0; i < plates.length; i++) {
      reversed[i] = PlateCode.reversed(plates[i]);
    }
    Arrays.sort(reversed);
  }

  int size() {
    return plates.length;
  }

  /// How often a plate was read; 0 where it is not here.
  int count(long plate) {
    int at = Arrays.binarySearch(plates, plate);
    return at < 0 ? 0 : counts[at];
  }

  /// Counts a plate once more, if it is here.
  boolean increment(long plate) {
    int at = Arrays.binarySearch(plates, plate);
    if (at >= 0) {
      counts[at]++;
    }
    return at >= 0;
  }

  static PlateRun merge(PlateRun one, PlateRun other) {
    int size = one.size() + other.size();
    long[] plates = new long[size];
    int[] counts = new int[size];
    int i = 0;
    int j = 0;
    for (int to = 0; to < size; to++) {
      boolean first =
          j == other.size() || (i < one.size() && one.plates[i] < other.plates[j]);
      plates[to] = first ? one.plates[i] : other.plates[j];
      counts[to] = first ? one.counts[i++] : other.counts[j++];
    }
    return new PlateRun(plates, counts);
  }

  /// Tells of each plate that fits a pattern at a cost.
  void search(PlatePattern pattern, ReadingCosts costs, int most, PlateDictionary.Found found) {
    if (plates.length == 0) {
      return;
    }
    if (pattern.isKnownFromItsEnd()) {
      new Walk(
              reversed,
              new PatternRow(pattern.reversed(), costs),
              most,
              (plate, cost) -> found.accept(PlateCode.reversed(plate), cost))
          .from(0, reversed.length, 0);
    } else {
      new Walk(plates, new PatternRow(pattern, costs), most, found).from(0, plates.length, 0);
    }
  }

  private record Walk(long[] sorted, PatternRow row, int most, PlateDictionary.Found found) {
    /// Looks at plates that have their first characters alike, whose row is computed.
    void from(int begin, int end, int place) {
      int at = begin;
      if (place == PlateCode.MAX_LENGTH || PlateCode.at(sorted[at], place) == 0) {
        int cost = row.cost(place);
        if (cost <= most) {
          found.accept(sorted[at], cost);
        }
        at++;
      }
      while (at < end) {
        long plate = sorted[at];
        int next = behind(plate | ((1L << PlateCode.shift(place)) - 1), at, end);
        if (row.advance(place, PlateCode.at(plate, place)) <= most) {
          from(at, next, place + 1);
        }
        at = next;
      }
    }

    /// The first place of a greater plate, which is mostly near.
    private int behind(long plate, int begin, int end) {
      int step = 1;
      int low = begin;
      while (low + step < end && sorted[low + step] <= plate) {
        low += step;
        step <<= 1;
      }
      int high = Math.min(end, low + step);
      while (low + 1 < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] <= plate) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return low + 1;
    }
  }
}
