package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /// Where in the family a small number was sought, and whether there is one.
  private final Map<Spot, Boolean> small = new HashMap<>();

  /// A commune or a part in a quarter.
  private record Spot(@Nullable UUID line, @Nullable String part, int quarter) {}

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
    List<Long> parts = new ArrayList<>();
    counted.parts(code).forEach(part -> parts.add(counted.events(code, null, part, quarter)));
    List<Long> lines = new ArrayList<>();
    counted.lines().forEach(line -> lines.add(counted.events(code, line, null, quarter)));
    List<Long> places = counted.places(code, quarter);
    List<Long> months = new ArrayList<>();
    for (int month = 0; month < 3; month++) {
      var of =
          new ReportPeriod(ReportPeriod.Kind.MONTH, year, quarter.from().getMonthValue() + month);
      months.add(count(code, of));
    }
    return hasSmallPart(code, quarter)
        || !Suppression.staysOpen(parts)
        || !Suppression.staysOpen(lines)
        || !Suppression.staysOpen(places)
        || !Suppression.staysOpen(months)
        || (hasSmallLine(quarter)
            && !(sumsToNothing(lines)
                || (Suppression.leavesRoom(lines) && Suppression.leavesRoom(places))));
  }

  /// Whether the family has a small number in a part. By itself an indicator leaves it open
  /// ([Suppression#staysOpen]); what two of them come to would narrow it.
  private boolean hasSmallPart(String code, ReportPeriod quarter) {
    return family.size() > 1
        && counted.parts(code).stream().anyMatch(part -> hasSmall(null, part, quarter));
  }

  /// Whether the family has a small number in a commune, of which its exact sums would be told.
  private boolean hasSmallLine(ReportPeriod quarter) {
    return family.size() > 1
        && counted.lines().stream().anyMatch(line -> hasSmall(line, null, quarter));
  }

  private static boolean sumsToNothing(List<Long> counts) {
    return counts.stream().allMatch(each -> each == 0);
  }

  ShownFigure line(IndicatorDefinition of, UUID line, ReportPeriod period) {
    Long sum = sum(of, line, null, period);
    if (sum == null) {
      return ShownFigure.LATER;
    }
    return hidesSmall(line, null, period) ? ShownFigure.FEW : ShownFigure.tens(sum, period);
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
    return told && !hidesSmall(null, part, period)
        ? ShownFigure.tens(sum, period)
        : ShownFigure.FEW;
  }

  /// Whether a longer period has a quarter in which the family has a small number here: what its
  /// indicators come to over several quarters would narrow it.
  private boolean hidesSmall(@Nullable UUID line, @Nullable String part, ReportPeriod period) {
    return period.kind() != ReportPeriod.Kind.QUARTER
        && period.quarters().stream()
            .anyMatch(each -> each <= over && hasSmall(line, part, quarter(each)));
  }

  private boolean hasSmall(@Nullable UUID line, @Nullable String part, ReportPeriod quarter) {
    return small.computeIfAbsent(
        new Spot(line, part, quarter.number()), _ -> seekSmall(line, part, quarter));
  }

  private boolean seekSmall(@Nullable UUID line, @Nullable String part, ReportPeriod quarter) {
    for (IndicatorDefinition whole : family) {
      long all = counted.events(whole.code(), line, part, quarter);
      long rest = all;
      for (IndicatorDefinition each : family) {
        if (whole.code().equals(each.of())) {
          long one = counted.events(each.code(), line, part, quarter);
          rest -= one;
          if (Suppression.isSmall(all - one)) {
            return true;
          }
        }
      }
      if (Suppression.isSmall(all) || Suppression.isSmall(rest)) {
        return true;
      }
    }
    return false;
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
