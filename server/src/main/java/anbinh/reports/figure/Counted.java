package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Counts of some months and of some days, by line and by part. For one thread.
final class Counted {
  /// Whose number it is.
  ///
  /// @param line null for all lines together
  /// @param part null for all parts together
  private record Cell(String indicator, @Nullable UUID line, @Nullable String part) {}

  private final YearMonth first;
  private final int months;
  private final Map<Cell, long[]> events = new HashMap<>();
  private final Map<String, Map<UUID, long[]>> places = new HashMap<>();
  private final Map<LocalDate, Map<Cell, Long>> states = new HashMap<>();
  private final Map<String, Set<String>> parts = new HashMap<>();
  private final Set<UUID> lines = new HashSet<>();

  Counted(YearMonth first, int months) {
    this.first = first;
    this.months = months;
  }

  void addEvents(List<IndicatorCount> counts, UnaryOperator<UUID> line) {
    for (IndicatorCount each : counts) {
      YearMonth month = each.month();
      int at = month == null ? -1 : (int) first.until(month, ChronoUnit.MONTHS);
      if (at >= 0 && at < months) {
        UUID of = line.apply(each.areaId());
        lines.add(of);
        places.computeIfAbsent(each.indicator(), _ -> new HashMap<>())
                .computeIfAbsent(each.areaId(), _ -> new long[months])[at] +=
            each.count();
        add(new Cell(each.indicator(), of, null), at, each.count());
        add(new Cell(each.indicator(), null, null), at, each.count());
        String part = each.part();
        if (part != null) {
          know(each.indicator(), part);
          add(new Cell(each.indicator(), of, part), at, each.count());
          add(new Cell(each.indicator(), null, part), at, each.count());
        }
      }
    }
  }

  private void add(Cell cell, int month, long count) {
    events.computeIfAbsent(cell, _ -> new long[months])[month] += count;
  }

  void addStates(LocalDate day, List<IndicatorCount> counts, UnaryOperator<UUID> line) {
    Map<Cell, Long> ofDay = states.computeIfAbsent(day, _ -> new HashMap<>());
    for (IndicatorCount each : counts) {
      UUID of = line.apply(each.areaId());
      lines.add(of);
      ofDay.merge(new Cell(each.indicator(), of, null), each.count(), Long::sum);
      ofDay.merge(new Cell(each.indicator(), null, null), each.count(), Long::sum);
      String part = each.part();
      if (part != null) {
        know(each.indicator(), part);
        ofDay.merge(new Cell(each.indicator(), of, part), each.count(), Long::sum);
        ofDay.merge(new Cell(each.indicator(), null, part), each.count(), Long::sum);
      }
    }
  }

  private void know(String indicator, String part) {
    parts.computeIfAbsent(indicator, _ -> new TreeSet<>()).add(part);
  }

  /// The parts of which there was any, by code.
  Set<String> parts(String indicator) {
    return parts.getOrDefault(indicator, Set.of());
  }

  /// All lines of which there was anything.
  Set<UUID> lines() {
    return lines;
  }

  /// What happened in a period, as far as it was counted.
  long events(String indicator, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    long[] counts = events.get(new Cell(indicator, line, part));
    return counts == null ? 0 : sum(counts, at(period), period.kind().months());
  }

  /// What happened in a period in each of the smallest units that anything was counted of.
  List<Long> places(String indicator, ReportPeriod period) {
    int from = at(period);
    return places.getOrDefault(indicator, Map.of()).values().stream()
        .map(counts -> sum(counts, from, period.kind().months()))
        .toList();
  }

  /// Which month a period begins with, counted from the first.
  private int at(ReportPeriod period) {
    return (int) first.until(YearMonth.from(period.from()), ChronoUnit.MONTHS);
  }

  private long sum(long[] counts, int from, int length) {
    long sum = 0;
    for (int at = Math.max(from, 0); at < Math.min(from + length, months); at++) {
      sum += counts[at];
    }
    return sum;
  }

  boolean knows(LocalDate day) {
    return states.containsKey(day);
  }

  long state(String indicator, @Nullable UUID line, @Nullable String part, LocalDate day) {
    Map<Cell, Long> ofDay = states.get(day);
    return ofDay == null ? 0 : ofDay.getOrDefault(new Cell(indicator, line, part), 0L);
  }
}
