package anbinh.reports.figure;

import anbinh.platform.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    Map<K, Integer> seen = new HashMap<>();
    Set<K> withOthers = new HashSet<>();
    lines.keySet().forEach(line -> shown.put(line, Shown.ALL));
    int over = lines.values().stream().mapToInt(List::size).findFirst().orElse(0);
    Shown total = totalKnown ? Shown.ALL : Shown.NONE;
    int totalSeen = 0;
    for (int quarters = 1; quarters <= over; quarters++) {
      total = lower(total, quarterShown(sum(lines, _ -> true, quarters), quarters));
      for (Map.Entry<K, List<long[]>> line : lines.entrySet()) {
        boolean small = withOthers.contains(line.getKey());
        small |= quarterShown(line.getValue(), quarters) != Shown.ALL;
        shown.put(line.getKey(), small ? Shown.YEAR : Shown.ALL);
      }
      total = hideWithOthers(lines, shown, withOthers, total, quarters);
      for (K line : lines.keySet()) {
        if (shown.get(line) == Shown.ALL) {
          seen.put(line, quarters);
        }
      }
      totalSeen = total == Shown.ALL ? quarters : totalSeen;
    }
    if (over == QUARTERS) {
      Map<K, long[]> rests = new LinkedHashMap<>();
      lines.forEach((line, cells) -> rests.put(line, rest(cells, seen.getOrDefault(line, 0))));
      long[] rest = rest(sum(lines, _ -> true, QUARTERS), totalSeen);
      total = judgeYear(rests, rest, shown, total);
    }
    return new Result<>(shown, total);
  }

  /// What of a year nobody was shown by its quarters.
  private static long[] rest(List<long[]> quarters, int seen) {
    long[] sum = new long[quarters.getFirst().length];
    quarters.subList(seen, quarters.size()).forEach(each -> add(sum, each));
    return sum;
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

  /// Of the last quarter; those before were judged when they ended.
  private static <K> boolean quartersHold(
      Map<K, List<long[]>> lines, Map<K, Shown> shown, int quarters) {
    Map<K, long[]> cells = new LinkedHashMap<>();
    lines.forEach((line, each) -> cells.put(line, each.get(quarters - 1)));
    return holds(cells, line -> shown.get(line) != Shown.ALL);
  }

  /// The year's own numbers, once all quarters are over.
  ///
  /// @param rests what of each line's year was not shown by its quarters
  private static <K> Shown judgeYear(
      Map<K, long[]> rests, long[] ofTotal, Map<K, Shown> shown, Shown before) {
    Shown total = isSmall(ofTotal) ? Shown.NONE : before;
    rests.forEach((line, rest) -> {
      if (isSmall(rest)) {
        shown.put(line, Shown.NONE);
      }
    });
    while (total != Shown.NONE && !holds(rests, line -> shown.get(line) == Shown.NONE)) {
      K next = null;
      for (Map.Entry<K, long[]> line : rests.entrySet()) {
        if (next == null && shown.get(line.getKey()) != Shown.NONE && any(line.getValue())) {
          next = line.getKey();
        }
      }
      if (next == null) {
        total = Shown.NONE;
      } else {
        shown.put(next, Shown.NONE);
      }
    }
    return total;
  }

  /// Whether the hidden of some counts that add up to a known sum stay hidden.
  private static <K> boolean holds(Map<K, long[]> counts, Predicate<K> hidden) {
    long lines = 0;
    long within = 0;
    long[] sums = new long[0];
    for (Map.Entry<K, long[]> line : counts.entrySet()) {
      if (hidden.test(line.getKey())) {
        sums = sums.length == 0 ? new long[line.getValue().length] : sums;
        add(sums, line.getValue());
        lines++;
        within += any(line.getValue()) ? 1 : 0;
      }
    }
    return lines == 0 || !any(sums) || (lines > 1 && holds(sums, lines, within));
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

  private static <K> @Nullable K next(
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
