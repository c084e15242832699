package anbinh.reports.figure;

import anbinh.platform.Figure;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of a family of guarded indicators in one year is shown to who does not see the single
/// records. A family are indicators of which one is a part of another.
///
/// Totals are told, of any period that has begun and up to the day of reading. Communes are told of
/// quarters that are over, in tens, but for those that [Suppression] hides; of half-years and years
/// that are over, where none of their quarters is hidden. Parts are told of years that are over,
/// exactly, by the same rule. So what is shown of a period is never told of a shorter span, and
/// nothing is told of a cell while it grows.
///
/// A unit of fewer than three communes is told as a commune is, since its total would be one's. For
/// one thread.
final class YearTable {
  /// So many lines at least keep a total from telling one of them.
  static final int MIN_LINES = 3;

  private final Counted counted;
  private final List<IndicatorDefinition> family;
  private final int year;
  private final LocalDate today;
  private final List<UUID> lines;

  /// By quarter, once it is asked for.
  private final Map<Integer, Suppression> quarters = new HashMap<>();

  /// All parts that any of the family has in the year or had in the one before; of what else was
  /// counted nothing follows, so that a number is the same whatever is asked for beside it.
  private final List<String> parts;

  /// Of the year's parts, once it is asked for.
  private @Nullable Suppression byPart;

  /// @param lines all that there are, also those of which nothing was counted
  YearTable(
      Counted counted,
      Collection<IndicatorDefinition> family,
      int year,
      LocalDate today,
      Collection<UUID> lines) {
    this.counted = counted;
    this.family = List.copyOf(family);
    this.year = year;
    this.today = today;
    this.lines = lines.stream().sorted().toList();
    this.parts =
        family.stream()
            .filter(IndicatorDefinition::byPart)
            .flatMap(each -> counted.parts(each.code(), year - 1, year).stream())
            .distinct()
            .sorted()
            .toList();
  }

  ShownFigure total(IndicatorDefinition of, ReportPeriod period) {
    long count = counted.events(of.code(), null, null, period);
    if (lines.size() >= MIN_LINES) {
      return ShownFigure.of(count);
    }
    if (!isTold(period)) {
      return ShownFigure.LATER;
    }
    boolean small =
        period.quarters().stream()
            .map(this::quarter)
            .anyMatch(each -> counted.events(of.code(), null, null, each) < Figure.MIN_SHOWN);
    return small ? ShownFigure.FEW : ShownFigure.tens(count);
  }

  ShownFigure line(IndicatorDefinition of, UUID line, ReportPeriod period) {
    if (!isTold(period)) {
      return ShownFigure.LATER;
    }
    if (lines.size() >= MIN_LINES && counted.events(of.code(), null, null, period) == 0) {
      return ShownFigure.of(0); // as the total says
    }
    int place = lines.indexOf(line);
    boolean hidden =
        place < 0 || period.quarters().stream().anyMatch(each -> suppressed(each).hides(of, place));
    return hidden
        ? ShownFigure.FEW
        : ShownFigure.tens(counted.events(of.code(), line, null, period));
  }

  ShownFigure part(IndicatorDefinition of, String part, ReportPeriod period) {
    if (period.kind() != ReportPeriod.Kind.YEAR || !period.isOver(today)) {
      return ShownFigure.LATER;
    }
    int place = parts.indexOf(part);
    if (place < 0 || parts.size() < 2 || lines.size() < MIN_LINES) {
      return ShownFigure.FEW;
    }
    Suppression suppressed = byPart;
    if (suppressed == null) {
      suppressed =
          new Suppression(
              family.stream().filter(IndicatorDefinition::byPart).toList(),
              parts.size(),
              (each, at) -> counted.events(each.code(), null, parts.get(at), period));
      byPart = suppressed;
    }
    return suppressed.hides(of, place)
        ? ShownFigure.FEW
        : ShownFigure.of(counted.events(of.code(), null, part, period));
  }

  /// Whether cells of a period are told: not of a month, of which three would be told beside their
  /// quarter, and not while it runs.
  private boolean isTold(ReportPeriod period) {
    return period.kind() != ReportPeriod.Kind.MONTH && period.isOver(today);
  }

  private ReportPeriod quarter(int number) {
    return new ReportPeriod(ReportPeriod.Kind.QUARTER, year, number);
  }

  private Suppression suppressed(int quarter) {
    return quarters.computeIfAbsent(
        quarter,
        each ->
            new Suppression(
                family,
                lines.size(),
                (of, at) -> counted.events(of.code(), lines.get(at), null, quarter(each))));
  }
}
