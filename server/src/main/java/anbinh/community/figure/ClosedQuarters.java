package anbinh.community.figure;

import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole quarters that are over. Figures of a quarter that runs change in the second in which
/// something is written down, and so would tell when somebody spoke; those of spans that differ by
/// a day would tell that day's.
///
/// @param from the first day of the first quarter
/// @param to the last day of the last one
public record ClosedQuarters(LocalDate from, LocalDate to) {
  private static final int MONTHS = 3;
  private static final int MAX_QUARTERS = 8;

  /// The quarters that were asked for; where no end is said, until the last one that is over, and
  /// where no beginning, from its year's first one.
  ///
  /// @throws Problem that names `from` or `to` where they are no quarters, or one that still runs
  public static ClosedQuarters of(
      @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
    LocalDate running = startOf(today);
    LocalDate last = to == null ? running.minusDays(1) : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    var problems = new ArrayList<FieldProblem>();
    if (!first.equals(startOf(first))) {
      problems.add(new FieldProblem("from", "quarter-start"));
    } else if (!first.isBefore(running)) {
      problems.add(new FieldProblem("from", "quarter-over"));
    }
    if (!last.plusDays(1).equals(startOf(last.plusDays(1)))) {
      problems.add(new FieldProblem("to", "quarter-end"));
    } else if (!last.isBefore(running)) {
      problems.add(new FieldProblem("to", "quarter-over"));
    }
    if (problems.isEmpty() && last.isBefore(first)) {
      problems.add(new FieldProblem("to", "after-from"));
    }
    var found = new ClosedQuarters(first, last);
    if (problems.isEmpty() && found.each().size() > MAX_QUARTERS) {
      problems.add(new FieldProblem("from", "quarters-max", List.of(MAX_QUARTERS)));
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
    return found;
  }

  /// One by one, the earliest first.
  public List<ClosedQuarters> each() {
    var quarters = new ArrayList<ClosedQuarters>();
    for (LocalDate start = from; start.isBefore(to); start = start.plusMonths(MONTHS)) {
      quarters.add(new ClosedQuarters(start, start.plusMonths(MONTHS).minusDays(1)));
    }
    return quarters;
  }

  private static LocalDate startOf(LocalDate day) {
    return day.withDayOfMonth(1).withMonth(day.getMonth().firstMonthOfQuarter().getValue());
  }
}
