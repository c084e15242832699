package anbinh.sightings.dictionary;

import java.util.Arrays;

/// Plates in their order, none twice, and how often each was read. Searched as if the sorted array
/// were a trie: all plates that begin alike stand together, and share the rows of their beginning.
final class PlateRun {
  /// How far a search from the beginning looks for a part of a plate that may stand anywhere: place
  /// and series are few, the digits behind them are not.
  private static final int MAX_LEAD = 3;

  private final long[] plates;

  /// The same plates read from their ends, in the order of those.
  private final long[] reversed;

  /// Of each of [#plates]; changes while others search.
  private final int[] counts;

  private PlateRun(long[] plates, int[] counts, long[] reversed) {
    this.plates = plates;
    this.counts = counts;
    this.reversed = reversed;
  }

  /// @param plates sorted, none twice; not copied
  /// @param counts of each; not copied
  static PlateRun of(long[] plates, int[] counts) {
    return new PlateRun(
        plates, counts, Arrays.stream(plates).map(PlateCode::reversed).sorted().toArray());
  }

  int size() {
    return plates.length;
  }

  /// How often a plate was read; 0 where it is not here.
  int count(long plate) {
    int at = Arrays.binarySearch(plates, plate);
    return at < 0 ? 0 : counts[at];
  }

  /// Counts a plate more often, if it is here.
  boolean add(long plate, int count) {
    int at = Arrays.binarySearch(plates, plate);
    if (at >= 0) {
      counts[at] += count;
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
      boolean first = j == other.size() || (i < one.size() && one.plates[i] < other.plates[j]);
      plates[to] = first ? one.plates[i] : other.plates[j];
      counts[to] = first ? one.counts[i++] : other.counts[j++];
    }
    return new PlateRun(plates, counts, merge(one.reversed, other.reversed));
  }

  private static long[] merge(long[] one, long[] other) {
    long[] merged = new long[one.length + other.length];
    int i = 0;
    int j = 0;
    for (int to = 0; to < merged.length; to++) {
      boolean first = j == other.length || (i < one.length && one[i] < other[j]);
      merged[to] = first ? one[i++] : other[j++];
    }
    return merged;
  }

  /// Tells of each plate that fits a pattern at a cost, once.
  void search(PlatePattern pattern, ReadingCosts costs, int max, PlateDictionary.Found found) {
    if (plates.length == 0) {
      return;
    }
    if (pattern.isOpen()) {
      searchOpen(pattern, costs, max, found);
      return;
    }
    PlatePattern backwards = pattern.reversed();
    if (!pattern.isWhole() && candidates(reversed, backwards) < candidates(plates, pattern)) {
      new Walk(
              reversed,
              new PatternRow(backwards, costs),
              max,
              (at, cost) -> {
                long plate = PlateCode.reversed(reversed[at]);
                found.accept(plate, count(plate), cost);
              })
          .start();
    } else {
      new Walk(
              plates,
              new PatternRow(pattern, costs),
              max,
              (at, cost) -> found.accept(plates[at], counts[at], cost))
          .start();
    }
  }

  /// How many plates begin with what a pattern begins with.
  private static int candidates(long[] sorted, PlatePattern pattern) {
    long first = pattern.beginning();
    int unknown = PlateCode.MAX_LENGTH - pattern.known();
    long last = first | ((1L << (PlateCode.BITS * unknown)) - 1);
    return place(sorted, last + 1) - place(sorted, first);
  }

  private static int place(long[] sorted, long plate) {
    int at = Arrays.binarySearch(sorted, plate);
    return at < 0 ? -at - 1 : at;
  }

  /// Searches what is known of neither end. The part that is known has few characters before it or
  /// few behind it, for a plate is short: the first are found from the beginning, the others from
  /// the end, and neither walk goes far where it does not know yet what it looks for.
  private void searchOpen(
      PlatePattern pattern, ReadingCosts costs, int max, PlateDictionary.Found found) {
    int least = Math.max(0, pattern.characters() - max / costs.missed());
    int behind = Math.max(0, PlateCode.MAX_LENGTH - 1 - least - MAX_LEAD);
    PatternRow whole = new PatternRow(pattern, costs);
    PatternRow near = new PatternRow(pattern, costs, MAX_LEAD);
    new Walk(
            plates,
            near,
            max,
            (at, cost) ->
                found.accept(plates[at], counts[at], cost == 0 ? 0 : whole.cost(plates[at])))
        .start();
    new Walk(
            reversed,
            new PatternRow(pattern.reversed(), costs, behind),
            max,
            (at, cost) -> {
              long plate = PlateCode.reversed(reversed[at]);
              if (!near.fits(plate, max)) {
                found.accept(plate, count(plate), cost == 0 ? 0 : whole.cost(plate));
              }
            })
        .start();
  }

  /// Is told of the place of a plate and of its cost.
  @FunctionalInterface
  private interface Reached {
    void accept(int at, int cost);
  }

  private static final class Walk {
    private final long[] sorted;
    private final PatternRow row;
    private final int max;
    private final Reached reached;

    Walk(long[] sorted, PatternRow row, int max, Reached reached) {
      this.sorted = sorted;
      this.row = row;
      this.max = max;
      this.reached = reached;
    }

    void start() {
      from(0, sorted.length, 0);
    }

    /// Looks at plates that have their first characters alike, whose row is computed.
    void from(int begin, int end, int place) {
      int at = begin;
      if (place == PlateCode.MAX_LENGTH || PlateCode.at(sorted[at], place) == 0) {
        int cost = row.cost(place);
        if (cost <= max) {
          reached.accept(at, cost);
        }
        at++;
      }
      long next = row.next(place, max);
      while (at < end) {
        long plate = sorted[at];
        int character = PlateCode.at(plate, place);
        long known = plate & -1L << (PlateCode.shift(place) + PlateCode.BITS);
        long due = next & -1L << character;
        if (due == 0) {
          return;
        }
        int first = Long.numberOfTrailingZeros(due);
        if (first > character) {
          at = behind((known | (long) first << PlateCode.shift(place)) - 1, at, end);
          continue;
        }
        int behind = behind(plate | (1L << PlateCode.shift(place)) - 1, at, end);
        if (row.advance(place, character) <= max) {
          from(at, behind, place + 1);
        }
        at = behind;
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
