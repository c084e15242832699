package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads counts as one reader may see them. For one thread.
final class FigureReader {
  private final Counted counted;
  private final Catalogue catalogue;
  private final boolean total;
  private final boolean exact;
  private final LocalDate today;
  private final List<UUID> lines;
  private final Map<String, YearTable> tables = new HashMap<>();
  private final Map<String, YearTable> byFamily = new HashMap<>();

  /// @param total whether the lines add up to a total that is told
  /// @param exact whether the reader sees the single records
  /// @param lines all that there are, also those of which nothing was counted
  FigureReader(
      Counted counted,
      Catalogue catalogue,
      boolean total,
      boolean exact,
      LocalDate today,
      List<UUID> lines) {
    this.counted = counted;
    this.catalogue = catalogue;
    this.total = total;
    this.exact = exact;
    this.today = today;
    this.lines = List.copyOf(lines);
  }

  ShownFigure line(IndicatorDefinition indicator, UUID line, ReportPeriod period) {
    return read(indicator, line, null, period);
  }

  ShownFigure total(IndicatorDefinition indicator, ReportPeriod period) {
    return read(indicator, null, null, period);
  }

  /// @param line null for all
  ShownFigure part(
      IndicatorDefinition indicator, @Nullable UUID line, String part, ReportPeriod period) {
    return read(indicator, line, part, period);
  }

  private ShownFigure read(
      IndicatorDefinition of, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    if (period.from().isAfter(today) || !of.inForce(period.from(), period.last())) {
      return ShownFigure.NONE;
    }
    return switch (of.kind()) {
      case SHARE -> share(of, line, part, period);
      case NOW -> period.contains(today) ? state(of, line, part, today) : ShownFigure.NONE;
      case STATE -> state(of, line, part, today.isBefore(period.last()) ? today : period.last());
      case EVENTS ->
          exact || !of.guarded()
              ? ShownFigure.of(counted.events(of.code(), line, part, period))
              : guarded(of, line, part, period);
    };
  }

  private ShownFigure share(
      IndicatorDefinition of, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    IndicatorDefinition numerator = catalogue.get(String.valueOf(of.numerator()));
    IndicatorDefinition whole = catalogue.get(String.valueOf(of.of()));
    ShownFigure above = read(numerator, line, part, period);
    ShownFigure below = read(whole, line, part, period);
    return ShownFigure.share(above, below);
  }

  private ShownFigure guarded(
      IndicatorDefinition of, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    YearTable table =
        tables.computeIfAbsent(of.code() + period.year(), _ -> table(of, period.year()));
    if (part != null) {
      return total && line == null ? table.part(of, part, period) : ShownFigure.FEW;
    }
    if (line == null) {
      return total ? table.total(of, period) : ShownFigure.FEW;
    }
    return table.line(of, line, period);
  }

  /// All of a family stand in one table.
  private YearTable table(IndicatorDefinition of, int year) {
    List<IndicatorDefinition> family = catalogue.family(of);
    return byFamily.computeIfAbsent(
        family.getFirst().code() + year, _ -> new YearTable(counted, family, year, today, lines));
  }

  private ShownFigure state(
      IndicatorDefinition of, @Nullable UUID line, @Nullable String part, LocalDate day) {
    if (!counted.knows(day)) {
      return ShownFigure.NONE;
    }
    if (exact || !of.guarded()) {
      return ShownFigure.of(counted.state(of.code(), line, part, day));
    }
    // Of a commune it would be known from what came in and what ended, however it is hidden; of the
    // province these totals are told, and so is it.
    boolean whole = line == null && part == null && total;
    return whole && lines.size() >= YearTable.MIN_LINES
        ? ShownFigure.of(counted.state(of.code(), null, null, day))
        : ShownFigure.FEW;
  }
}
