package anbinh.platform.figure;

import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole quarters that are over, as many of those that were asked for as there are: none where the
/// first one still runs. Figures of a quarter that runs change in the second in which something is
/// written down, and so would tell when somebody spoke; those of spans that differ by a day would
/// tell that day's.
///
/// @param from the first day of the first quarter that was asked for
/// @param to the last day of the last one that is over; null where none is
/// @param nextOn the day from which the quarter that runs is told
public record ClosedQuarters(LocalDate from, @Nullable LocalDate to, LocalDate nextOn) {
  private static final int MONTHS = 3;
  private static final int MAX_QUARTERS = 8;

  /// A quarter that is over.
  public record Quarter(LocalDate from, LocalDate to) {}

  /// The quarters that were asked for, as far as they are over; where no end is said, until the
  /// last one that is, and where no beginning, from its year's first one.
  ///
  /// @throws Problem that names `from` or `to` where they are no quarters
  public static ClosedQuarters of(
      @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
    LocalDate running = startOf(today);
    LocalDate last = to == null || !to.isBefore(running) ? running.minusDays(1) : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    var problems = new FieldProblems();
    if (!first.equals(startOf(first))) {
      problems.reject("from", "quarter-start");
    }
    if (!last.plusDays(1).equals(startOf(last.plusDays(1)))) {
      problems.reject("to", "quarter-end");
    }
    if (problems.isEmpty() && to != null && to.isBefore(first)) {
      problems.reject("to", "after-from");
    }
    var found =
        new ClosedQuarters(
            first, first.isBefore(running) ? last : null, running.plusMonths(MONTHS));
    if (problems.isEmpty() && found.each().size() > MAX_QUARTERS) {
      problems.reject("from", "quarters-max", MAX_QUARTERS);
    }
    problems.requireNone();
    return found;
  }

  /// The last quarter that is over.
  public static ClosedQuarters last(LocalDate today) {
    return of(startOf(today).minusMonths(MONTHS), null, today);
  }

  /// A quarter of a year, whether it is over or not.
  ///
  /// @param number 1 to 4
  public static ClosedQuarters quarter(int year, int number, LocalDate today) {
    LocalDate from = LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    return of(from, from.plusMonths(MONTHS).minusDays(1), today);
  }

  /// One by one, the earliest first.
  public List<Quarter> each() {
    var quarters = new ArrayList<Quarter>();
    if (to != null) {
      for (LocalDate start = from; start.isBefore(to); start = start.plusMonths(MONTHS)) {
        quarters.add(new Quarter(start, start.plusMonths(MONTHS).minusDays(1)));
      }
    }
    return quarters;
  }

  private static LocalDate startOf(LocalDate day) {
    return day.withDayOfMonth(1).withMonth(day.getMonth().firstMonthOfQuarter().getValue());
  }
}
