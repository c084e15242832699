package anbinh.sightings.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// All plates that were read, each once, and how often. One thread adds, others search meanwhile:
/// what was added is found at once.
///
/// It is kept in memory alone, and forgets nothing: after a start, and when passes were dropped, a
/// new one is made of what the index tells.
///
/// New plates are gathered, and become a sorted run when they are a thousand; runs of like size are
/// merged, so that there are few.
public final class PlateDictionary {
  private static final int MAX_GATHERED = 1024;

  private final Map<Long, Integer> gathered = new ConcurrentHashMap<>();
  private volatile List<PlateRun> runs = List.of();

  /// Is told of a plate, how often it was read, and what it costs to take it for the pattern.
  @FunctionalInterface
  public interface Found {
    void accept(long plate, int count, int cost);
  }

  /// Counts a plate once more.
  public void add(long plate) {
    add(plate, 1);
  }

  /// Counts a plate more often, as an index tells of it that was there before.
  public synchronized void add(long plate, int count) {
    for (PlateRun run : runs) {
      if (run.add(plate, count)) {
        return;
      }
    }
    gathered.merge(plate, count, Integer::sum);
    if (gathered.size() >= MAX_GATHERED) {
      settle();
    }
  }

  private void settle() {
    var sorted = new TreeMap<>(gathered);
    PlateRun last =
        PlateRun.of(
            sorted.keySet().stream().mapToLong(Long::longValue).toArray(),
            sorted.values().stream().mapToInt(Integer::intValue).toArray());
    List<PlateRun> merged = new ArrayList<>(runs);
    while (!merged.isEmpty() && merged.getLast().size() <= 2 * last.size()) {
      last = PlateRun.merge(merged.removeLast(), last);
    }
    merged.add(last);
    runs = List.copyOf(merged);
    // Whoever searches in between finds them twice, but never not at all.
    gathered.clear();
  }

  /// How many different plates there are.
  public int size() {
    return runs.stream().mapToInt(PlateRun::size).sum() + gathered.size();
  }

  /// How often a plate was read.
  public int count(long plate) {
    int count = gathered.getOrDefault(plate, 0);
    for (PlateRun run : runs) {
      count = Math.max(count, run.count(plate));
    }
    return count;
  }

  /// Tells of each plate that fits a pattern, in no order; now and then of one twice.
  ///
  /// @param max what it may cost
  public void search(PlatePattern pattern, ReadingCosts costs, int max, Found found) {
    // First what is gathered: what is settled meanwhile is in the runs that are read after it.
    PatternRow row = new PatternRow(pattern, costs);
    gathered.forEach((plate, count) -> {
      if (row.fits(plate, max)) {
        found.accept(plate, count, row.cost(plate));
      }
    });
    for (PlateRun run : runs) {
      run.search(pattern, costs, max, found);
    }
  }
}
