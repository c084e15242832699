package anbinh.reports;

import anbinh.platform.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A month, quarter, half-year or year of the calendar: `2026-07`, `2026-Q3`, `2026-H2`, `2026`.
///
/// @param number which one of its year, from 1
public record ReportPeriod(Kind kind, int year, int number) implements Comparable<ReportPeriod> {
  private static final Pattern TEXT =
      Pattern.compile("(20[0-9]{2}|21[0-9]{2})(?:-(?:(Q)([1-4])|(H)([12])|(0[1-9]|1[0-2])))?");

  /// How long a period is.
  public enum Kind {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Kind(int months) {
      this.months = months;
    }

    public int months() {
      return months;
    }
  }

  public ReportPeriod {
    if (number < 1 || number > 12 / kind.months()) {
      throw new IllegalArgumentException("no " + kind + " " + number);
    }
  }

  /// Reads what [#toString] writes; anything else is a [Problem] of the parameter `period`.
  public static ReportPeriod parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw Problem.invalid("period", "report-period");
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) != null) {
      return new ReportPeriod(Kind.QUARTER, year, Integer.parseInt(matcher.group(3)));
    }
    if (matcher.group(4) != null) {
      return new ReportPeriod(Kind.HALF_YEAR, year, Integer.parseInt(matcher.group(5)));
    }
    return matcher.group(6) == null
        ? new ReportPeriod(Kind.YEAR, year, 1)
        : new ReportPeriod(Kind.MONTH, year, Integer.parseInt(matcher.group(6)));
  }

  /// The period of a kind in which a day lies.
  public static ReportPeriod of(Kind kind, LocalDate day) {
    return new ReportPeriod(kind, day.getYear(), (day.getMonthValue() - 1) / kind.months() + 1);
  }

  public LocalDate from() {
    return LocalDate.of(year, (number - 1) * kind.months() + 1, 1);
  }

  /// The day after the last one.
  public LocalDate before() {
    return from().plusMonths(kind.months());
  }

  public LocalDate last() {
    return before().minusDays(1);
  }

  public boolean isOver(LocalDate today) {
    return last().isBefore(today);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from()) && day.isBefore(before());
  }

  /// The one of the same kind before it.
  public ReportPeriod previous() {
    return of(kind, from().minusDays(1));
  }

  public ReportPeriod next() {
    return of(kind, before());
  }

  /// The same one of the year before.
  public ReportPeriod yearAgo() {
    return new ReportPeriod(kind, year - 1, number);
  }

  /// What its numbers stand beside: itself, the one before, and the same a year ago, which of a
  /// year is the one before.
  public List<ReportPeriod> compared() {
    return Stream.of(this, previous(), yearAgo()).distinct().toList();
  }

  /// So many periods of its kind that follow each other, itself the last one.
  public List<ReportPeriod> andBefore(int count) {
    return Stream.iterate(this, ReportPeriod::previous).limit(count).toList().reversed();
  }

  public List<YearMonth> months() {
    YearMonth first = YearMonth.from(from());
    return IntStream.range(0, kind.months()).mapToObj(first::plusMonths).toList();
  }

  /// The quarters in it, from 1; those that a month lies in is one that it does not fill.
  public List<Integer> quarters() {
    int first = (from().getMonthValue() - 1) / 3 + 1;
    return IntStream.rangeClosed(first, first + Math.max(0, kind.months() / 3 - 1))
        .boxed()
        .toList();
  }

  @Override
  public int compareTo(ReportPeriod other) {
    int byStart = from().compareTo(other.from());
    return byStart == 0 ? kind.compareTo(other.kind) : byStart;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case MONTH -> "%d-%02d".formatted(year, number);
      case QUARTER -> "%d-Q%d".formatted(year, number);
      case HALF_YEAR -> "%d-H%d".formatted(year, number);
      case YEAR -> Integer.toString(year);
    };
  }
}
