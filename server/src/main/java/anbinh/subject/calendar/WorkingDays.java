package anbinh.subject.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts terms as the Civil Code 2015 does: the first day does not count (article 147.2), and a
/// term that ends on a day off ends with the next working day (148.5).
public final class WorkingDays {
  private final Map<LocalDate, Boolean> special;

  public WorkingDays(Collection<SpecialDay> special) {
    this.special =
        special.stream()
            .collect(Collectors.toUnmodifiableMap(SpecialDay::day, SpecialDay::working));
  }

  public boolean isWorking(LocalDate day) {
    boolean week =
        day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return special.getOrDefault(day, week);
  }

  /// The last of so many working days after a day.
  public LocalDate afterWorking(LocalDate day, int days) {
    LocalDate end = day;
    for (int n = 0; n < days; n++) {
      end = orNext(end.plusDays(1));
    }
    return end;
  }

  /// The end of a term of so many days of the calendar after a day.
  public LocalDate after(LocalDate day, int days) {
    return orNext(day.plusDays(days));
  }

  private LocalDate orNext(LocalDate day) {
    LocalDate next = day;
    while (!isWorking(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
