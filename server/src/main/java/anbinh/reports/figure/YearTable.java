package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of a family of guarded indicators in one year may be shown to who does not see the single
/// records. A family are indicators of which one is a part of another: they are told together or
/// not at all, since what one hides the others would tell.
///
/// Communes and parts are told in tens, as the pages of the features tell them; of half-years and
/// years 1 to 9 are hidden, since their quarters are told beside them. The province's numbers are
/// exact as long as no quarter of the year that is over has a small one among them or among what
/// they leave of each other, and none tells a small one of a commune, a village, a part or a month;
/// from then on none of the year is told. Months are not told. For one thread.
final class YearTable {
  private static final int QUARTERS = 4;

  private final Counted counted;
  private final List<IndicatorDefinition> family;
  private final int year;
  private final int over;
  private final boolean told;

  YearTable(Counted counted, Collection<IndicatorDefinition> family, int year, LocalDate today) {
    this.counted = counted;
    this.family = List.copyOf(family);
    this.year = year;
    int quarters = 0;
    while (quarters < QUARTERS && quarter(quarters + 1).isOver(today)) {
      quarters++;
    }
    this.over = quarters;
    boolean all = true;
    for (int each = 1; each <= over; each++) {
      all &= isOpen(quarter(each));
    }
    this.told = all;
  }

  private ReportPeriod quarter(int number) {
    return new ReportPeriod(ReportPeriod.Kind.QUARTER, year, number);
  }

  private boolean isOpen(ReportPeriod quarter) {
    for (IndicatorDefinition each : family) {
      if (Suppression.isSmall(count(each.code(), quarter))
          || leavesFew(each, quarter)
          || tellsOfOne(each, quarter)) {
        return false;
      }
    }
    return true;
  }

  private long count(String indicator, ReportPeriod quarter) {
    return counted.events(indicator, null, null, quarter);
  }

  /// Whether its parts among the family, singly or together, leave a small number of it.
  private boolean leavesFew(IndicatorDefinition whole, ReportPeriod quarter) {
    long rest = count(whole.code(), quarter);
    long all = rest;
    for (IndicatorDefinition each : family) {
      if (whole.code().equals(each.of())) {
        long part = count(each.code(), quarter);
        rest -= part;
        if (Suppression.isSmall(all - part)) {
          return true;
        }
      }
    }
    return Suppression.isSmall(rest);
  }

  private boolean tellsOfOne(IndicatorDefinition each, ReportPeriod quarter) {
    String code = each.code();
    return closes(months(quarter).map(month -> count(code, month)))
        || closes(
            counted.parts(code).stream().map(part -> counted.events(code, null, part, quarter)))
        || closes(counted.lines().stream().map(line -> counted.events(code, line, null, quarter)))
        || closes(counted.places(code, quarter).stream());
  }

  private Stream<ReportPeriod> months(ReportPeriod quarter) {
    return quarter.months().stream()
        .map(each -> new ReportPeriod(ReportPeriod.Kind.MONTH, year, each.getMonthValue()));
  }

  private static boolean closes(Stream<Long> counts) {
    return !Suppression.staysOpen(counts.toList());
  }

  ShownFigure line(IndicatorDefinition of, UUID line, ReportPeriod period) {
    Long sum = sum(of, line, null, period);
    return sum == null ? ShownFigure.LATER : ShownFigure.tens(sum, period);
  }

  ShownFigure total(IndicatorDefinition of, ReportPeriod period) {
    Long sum = sum(of, null, null, period);
    if (sum == null) {
      return ShownFigure.LATER;
    }
    return told ? ShownFigure.of(sum) : ShownFigure.FEW;
  }

  ShownFigure part(IndicatorDefinition of, String part, ReportPeriod period) {
    Long sum = sum(of, null, part, period);
    if (sum == null) {
      return ShownFigure.LATER;
    }
    return told ? ShownFigure.tens(sum, period) : ShownFigure.FEW;
  }

  /// Of the quarters that are over; null where none is, and of a month: two of them would give the
  /// third of a quarter away.
  private @Nullable Long sum(
      IndicatorDefinition of, @Nullable UUID line, @Nullable String part, ReportPeriod period) {
    if (period.kind() == ReportPeriod.Kind.MONTH) {
      return null;
    }
    long sum = 0;
    boolean any = false;
    for (int each : period.quarters()) {
      if (each <= over) {
        sum += counted.events(of.code(), line, part, quarter(each));
        any = true;
      }
    }
    return any ? sum : null;
  }
}
