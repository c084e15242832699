package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Suppression.Result;
import anbinh.reports.figure.Suppression.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of one guarded indicator in one year may be shown to who does not see the single records:
/// of the communes of a province beside its total, and of the parts of the total. For one thread.
final class YearTable {
  private static final int QUARTERS = 4;

  private final Counted counted;
  private final IndicatorDefinition indicator;
  private final int year;
  private final int over;
  private final Result<UUID> lines;
  private final Map<String, Shown> parts;

  /// @param order of the lines, the same for ever
  /// @param total whether there is more than one line, so that their total is told
  YearTable(
      Counted counted,
      IndicatorDefinition indicator,
      int year,
      List<UUID> order,
      boolean total,
      LocalDate today) {
    this.counted = counted;
    this.indicator = indicator;
    this.year = year;
    int quarters = 0;
    while (quarters < QUARTERS && quarter(quarters + 1).isOver(today)) {
      quarters++;
    }
    this.over = quarters;
    Map<UUID, List<long[]>> byLine = new LinkedHashMap<>();
    order.forEach(line -> byLine.put(line, cells(line, null)));
    this.lines = Suppression.judge(byLine, total);
    this.parts = judgeParts();
  }

  /// A breakdown that would give something away is not told at all.
  private Map<String, Shown> judgeParts() {
    Map<String, List<long[]>> byPart = new LinkedHashMap<>();
    counted.parts(indicator.code()).forEach(part -> byPart.put(part, cells(null, part)));
    Result<String> judged = Suppression.judge(byPart, lines.total() == Shown.ALL);
    return judged.total() == lines.total() ? judged.lines() : Map.of();
  }

  private ReportPeriod quarter(int number) {
    return new ReportPeriod(ReportPeriod.Kind.QUARTER, year, number);
  }

  private List<long[]> cells(@Nullable UUID line, @Nullable String part) {
    List<long[]> cells = new ArrayList<>();
    for (int each = 1; each <= over; each++) {
      cells.add(cell(line, part, quarter(each)));
    }
    return cells;
  }

  private long[] cell(@Nullable UUID line, @Nullable String part, ReportPeriod period) {
    long count = counted.events(indicator.code(), line, part, period);
    String whole = indicator.of();
    if (whole == null || (part != null && !counted.parts(whole).contains(part))) {
      return new long[] {count};
    }
    return new long[] {count, counted.events(whole, line, part, period) - count};
  }

  ShownFigure line(UUID line, ReportPeriod period) {
    return shown(lines.of(line), line, null, period);
  }

  ShownFigure total(ReportPeriod period) {
    return shown(lines.total(), null, null, period);
  }

  ShownFigure part(String part, ReportPeriod period) {
    return shown(parts.getOrDefault(part, Shown.NONE), null, part, period);
  }

  /// No month is told: two of them would give the third of a quarter away.
  private ShownFigure shown(
      Shown how, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    if (period.kind() == ReportPeriod.Kind.MONTH) {
      return ShownFigure.LATER;
    }
    long sum = 0;
    int some = 0;
    for (int each : period.quarters()) {
      if (each <= over) {
        sum += counted.events(indicator.code(), line, part, quarter(each));
        some++;
      }
    }
    if (some == 0) {
      return ShownFigure.LATER;
    }
    return switch (how) {
      case ALL -> ShownFigure.of(sum);
      case YEAR ->
          period.kind() == ReportPeriod.Kind.YEAR && over == QUARTERS
              ? ShownFigure.of(sum)
              : ShownFigure.FEW;
      case NONE -> ShownFigure.FEW;
    };
  }
}
