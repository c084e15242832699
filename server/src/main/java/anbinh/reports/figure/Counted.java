package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Counts of some months and of some days, by line and by part. For one thread.
final class Counted {
  private final YearMonth first;
  private final int months;
  private final Map<String, Sums> events = new HashMap<>();
  private final Map<LocalDate, Map<String, Sums>> states = new HashMap<>();

  Counted(YearMonth first, int months) {
    this.first = first;
    this.months = months;
  }

  /// What was counted of one indicator or of a part of one, by month.
  private static final class Sums {
    private final long[] all;
    private final Map<UUID, long[]> byLine = new HashMap<>();
    private final Map<String, Sums> byPart = new HashMap<>();

    Sums(int months) {
      all = new long[months];
    }

    void add(IndicatorCount count, UUID line, int month) {
      String part = count.part();
      sum(count, line, month);
      if (part != null) {
        byPart.computeIfAbsent(part, _ -> new Sums(all.length)).sum(count, line, month);
      }
    }

    private void sum(IndicatorCount count, UUID line, int month) {
      all[month] += count.count();
      byLine.computeIfAbsent(line, _ -> new long[all.length])[month] += count.count();
    }

    long sum(@Nullable UUID line, @Nullable String part, int from, int length) {
      if (part != null) {
        Sums ofPart = byPart.get(part);
        return ofPart == null ? 0 : ofPart.sum(line, null, from, length);
      }
      long[] counts = line == null ? all : byLine.get(line);
      return counts == null ? 0 : sum(counts, from, length);
    }

    private static long sum(long[] counts, int from, int length) {
      long sum = 0;
      for (int at = Math.max(from, 0); at < Math.min(from + length, counts.length); at++) {
        sum += counts[at];
      }
      return sum;
    }
  }

  void addEvents(List<IndicatorCount> counts, UnaryOperator<UUID> line) {
    for (IndicatorCount each : counts) {
      YearMonth month = each.month();
      int at = month == null ? -1 : (int) first.until(month, ChronoUnit.MONTHS);
      if (at >= 0 && at < months) {
        add(events, each, line.apply(each.areaId()), at, months);
      }
    }
  }

  void addStates(LocalDate day, List<IndicatorCount> counts, UnaryOperator<UUID> line) {
    Map<String, Sums> ofDay = states.computeIfAbsent(day, _ -> new HashMap<>());
    counts.forEach(each -> add(ofDay, each, line.apply(each.areaId()), 0, 1));
  }

  private void add(Map<String, Sums> to, IndicatorCount count, UUID line, int at, int months) {
    to.computeIfAbsent(count.indicator(), _ -> new Sums(months)).add(count, line, at);
  }

  /// The parts of which there was any, by code.
  Set<String> parts(String indicator) {
    Set<String> parts = new TreeSet<>();
    Stream.concat(Stream.of(events), states.values().stream())
        .forEach(sums -> {
          Sums found = sums.get(indicator);
          if (found != null) {
            parts.addAll(found.byPart.keySet());
          }
        });
    return parts;
  }

  /// The parts of what happened in one of some years, by code.
  Set<String> parts(String indicator, int from, int to) {
    Set<String> parts = new TreeSet<>();
    Sums found = events.get(indicator);
    if (found != null) {
      int start = (int) first.until(YearMonth.of(from, 1), ChronoUnit.MONTHS);
      found.byPart.forEach((part, sums) -> {
        if (sums.sum(null, null, start, (to - from + 1) * 12) > 0) {
          parts.add(part);
        }
      });
    }
    return parts;
  }

  /// What happened in a period, as far as it was counted.
  long events(String indicator, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    Sums found = events.get(indicator);
    return found == null ? 0 : found.sum(line, part, at(period), period.kind().months());
  }

  /// Which month a period begins with, counted from the first.
  private int at(ReportPeriod period) {
    return (int) first.until(YearMonth.from(period.from()), ChronoUnit.MONTHS);
  }

  boolean knows(LocalDate day) {
    return states.containsKey(day);
  }

  long state(String indicator, @Nullable UUID line, @Nullable String part, LocalDate day) {
    Sums found = states.getOrDefault(day, Map.of()).get(indicator);
    return found == null ? 0 : found.sum(line, part, 0, 1);
  }
}
