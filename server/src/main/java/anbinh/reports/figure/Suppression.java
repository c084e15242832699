package anbinh.reports.figure;

import anbinh.platform.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which cells of a year's table of counts may be shown to who must not learn a small one: lines
/// that add up to a total, by quarters that add up to the year.
///
/// A count is *small* from 1 to 4. A line with a small quarter shows none of its quarters, one with
/// a small year shows nothing. So that nothing hidden is the difference of what is shown, the
/// hidden lines of a quarter, and those of the year, are at least two and together 0 or at least 5
/// (and not so many that each must be 1, or 4): else the next line in a fixed order is hidden with
/// them, and where there is none the total is. What is left of a whole that a count is part of
/// counts as a count, too.
///
/// Quarters are judged one after the other as they ended, and what was hidden with others once
/// stays so: what was shown earlier in the year, and is remembered, gives nothing away later. The
/// year is judged when it is over. Nothing here is rounded, so sums of what is shown are right.
final class Suppression {
  private static final int QUARTERS = 4;

  /// How much of a line is shown.
  enum Shown {
    /// Its quarters, and what they add up to.
    ALL,
    /// Only the year, once it is over.
    YEAR,
    NONE
  }

  /// @param lines by line, in the order in which lines were given
  /// @param total null where there is no total
  record Result<K>(Map<K, Shown> lines, Shown total) {
    Shown of(K line) {
      return lines.getOrDefault(line, Shown.ALL);
    }
  }

  private Suppression() {}

  /// @param lines of each line, for each quarter that is over: its count, and what is left of the
  ///   whole that it is part of, if any; the order of lines is the fixed one
  /// @param totalKnown whether the total is shown at all, as far as it is not small itself
  static <K> Result<K> judge(Map<K, List<long[]>> lines, boolean totalKnown) {
    Map<K, Shown> shown = new LinkedHashMap<>();
    Set<K> withOthers = new HashSet<>();
    lines.keySet().forEach(line -> shown.put(line, Shown.ALL));
    int over = lines.values().stream().mapToInt(List::size).findFirst().orElse(0);
    Shown total = totalKnown ? Shown.ALL : Shown.NONE;
    for (int quarters = 1; quarters <= over; quarters++) {
      total = lower(total, quarterShown(sum(lines, _ -> true, quarters), quarters));
      for (Map.Entry<K, List<long[]>> line : lines.entrySet()) {
        boolean small = withOthers.contains(line.getKey());
        small |= quarterShown(line.getValue(), quarters) != Shown.ALL;
        shown.put(line.getKey(), small ? Shown.YEAR : Shown.ALL);
      }
      total = hideWithOthers(lines, shown, withOthers, total, quarters);
    }
    if (over == QUARTERS) {
      total = judgeYear(lines, shown, total);
    }
    return new Result<>(shown, total);
  }

  /// Which of some lines may be shown beside their total, of counts that do not add up over time.
  static <K> Result<K> judgeOnce(Map<K, long[]> lines, boolean totalKnown) {
    Map<K, List<long[]>> years = new LinkedHashMap<>();
    lines.forEach((line, count) -> {
      long[] none = new long[count.length];
      years.put(line, List.of(count, none, none, none));
    });
    Map<K, Shown> shown = new LinkedHashMap<>();
    years.keySet().forEach(line -> shown.put(line, Shown.ALL));
    Shown total = judgeYear(years, shown, totalKnown ? Shown.ALL : Shown.NONE);
    return new Result<>(shown, total);
  }

  private static <K> Shown hideWithOthers(
      Map<K, List<long[]>> lines,
      Map<K, Shown> shown,
      Set<K> withOthers,
      Shown total,
      int quarters) {
    if (total != Shown.ALL) {
      return total;
    }
    while (!quartersHold(lines, shown, quarters)) {
      K next = next(lines, line -> shown.get(line) == Shown.ALL, quarters);
      if (next == null) {
        return Shown.YEAR;
      }
      withOthers.add(next);
      shown.put(next, Shown.YEAR);
    }
    return total;
  }

  private static <K> boolean quartersHold(
      Map<K, List<long[]>> lines, Map<K, Shown> shown, int quarters) {
    Predicate<K> hidden = line -> shown.get(line) != Shown.ALL;
    List<long[]> sums = sum(lines, hidden, quarters);
    long count = count(lines, hidden, quarters);
    if (count == 0) {
      return true;
    }
    for (int quarter = 0; quarter < quarters; quarter++) {
      int at = quarter;
      long within =
          lines.entrySet().stream()
              .filter(line -> hidden.test(line.getKey()) && any(line.getValue().get(at)))
              .count();
      if (!holds(sums.get(quarter), Math.max(count, 1), within)) {
        return false;
      }
    }
    return count > 1;
  }

  /// The year's own numbers, once all quarters are over.
  private static <K> Shown judgeYear(
      Map<K, List<long[]>> lines, Map<K, Shown> shown, Shown before) {
    Shown total = isSmall(year(sum(lines, _ -> true, QUARTERS))) ? Shown.NONE : before;
    lines.forEach((line, quarters) -> {
      if (isSmall(year(quarters))) {
        shown.put(line, Shown.NONE);
      }
    });
    while (total != Shown.NONE && !yearHolds(lines, shown)) {
      K next = next(lines, line -> shown.get(line) != Shown.NONE, QUARTERS);
      if (next == null) {
        total = Shown.NONE;
      } else {
        shown.put(next, Shown.NONE);
      }
    }
    return total;
  }

  private static <K> boolean yearHolds(Map<K, List<long[]>> lines, Map<K, Shown> shown) {
    Predicate<K> hidden = line -> shown.get(line) == Shown.NONE;
    long count = count(lines, hidden, QUARTERS);
    return count == 0 || (count > 1 && holds(year(sum(lines, hidden, QUARTERS)), count, count));
  }

  /// Whether a sum over some hidden lines says nothing of a single one.
  ///
  /// @param lines how many are hidden
  /// @param within how many of them have anything in it
  private static boolean holds(long[] sums, long lines, long within) {
    for (long sum : sums) {
      boolean each = sum == lines || sum == Figure.SMALLEST * lines - lines;
      if (sum != 0 && (sum < Figure.SMALLEST || (each && within == lines))) {
        return false;
      }
    }
    return true;
  }

  private static <K> @org.jspecify.annotations.Nullable K next(
      Map<K, List<long[]>> lines, Predicate<K> wanted, int quarters) {
    for (Map.Entry<K, List<long[]>> line : lines.entrySet()) {
      if (wanted.test(line.getKey()) && any(year(line.getValue().subList(0, quarters)))) {
        return line.getKey();
      }
    }
    return null;
  }

  private static Shown quarterShown(List<long[]> line, int quarters) {
    return line.subList(0, quarters).stream().anyMatch(Suppression::isSmall)
        ? Shown.YEAR
        : Shown.ALL;
  }

  private static Shown lower(Shown one, Shown other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static <K> long count(Map<K, List<long[]>> lines, Predicate<K> wanted, int quarters) {
    return lines.entrySet().stream()
        .filter(line -> wanted.test(line.getKey()))
        .filter(line -> any(year(line.getValue().subList(0, quarters))))
        .count();
  }

  private static <K> List<long[]> sum(
      Map<K, List<long[]>> lines, Predicate<K> wanted, int quarters) {
    int parts =
        lines.values().stream().flatMap(List::stream).mapToInt(cell -> cell.length).max().orElse(1);
    List<long[]> sums = new ArrayList<>();
    for (int quarter = 0; quarter < quarters; quarter++) {
      long[] sum = new long[parts];
      for (Map.Entry<K, List<long[]>> line : lines.entrySet()) {
        if (wanted.test(line.getKey())) {
          add(sum, line.getValue().get(quarter));
        }
      }
      sums.add(sum);
    }
    return sums;
  }

  private static long[] year(List<long[]> quarters) {
    long[] sum = new long[quarters.getFirst().length];
    quarters.forEach(each -> add(sum, each));
    return sum;
  }

  private static void add(long[] sum, long[] more) {
    for (int i = 0; i < more.length; i++) {
      sum[i] += more[i];
    }
  }

  static boolean isSmall(long... counts) {
    for (long count : counts) {
      if (count > 0 && count < Figure.SMALLEST) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(long[] counts) {
    for (long count : counts) {
      if (count != 0) {
        return true;
      }
    }
    return false;
  }
}
