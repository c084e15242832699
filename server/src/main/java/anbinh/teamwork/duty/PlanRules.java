package anbinh.teamwork.duty;

import anbinh.team.ServicePeriods;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What does not fit in a plan, and which day of a month is which of another one. Without state.
final class PlanRules {
  private PlanRules() {}

  /// Why somebody cannot be on a shift.
  enum Conflict {
    /// They are on another one at the time.
    TWICE,
    /// They left, their term is over or has not begun.
    NOT_SERVING
  }

  record Found(Conflict conflict, UUID memberId) {}

  /// What does not fit, by the identifier of the shift.
  static Map<UUID, List<Found>> conflicts(List<Shift> all, ServicePeriods serving) {
    List<Shift> standing = all.stream().filter(Shift::stands).toList();
    Map<UUID, List<Found>> found = new HashMap<>();
    for (Shift one : standing) {
      List<Found> own = new ArrayList<>();
      for (UUID member : one.members()) {
        if (serving.find(member, one.on()).isEmpty()) {
          own.add(new Found(Conflict.NOT_SERVING, member));
        }
      }
      for (Shift other : standing) {
        one.twice(other).stream()
            .map(member -> new Found(Conflict.TWICE, member))
            .filter(each -> !own.contains(each))
            .forEach(own::add);
      }
      if (!own.isEmpty()) {
        found.put(one.id(), own);
      }
    }
    return found;
  }

  /// The day of another month that is the same weekday of the same rank: the second Monday for the
  /// second Monday. A fifth one that the month does not have is empty.
  static Optional<LocalDate> sameDay(LocalDate day, YearMonth month) {
    int rank = (day.getDayOfMonth() - 1) / DayOfWeek.values().length + 1;
    LocalDate same =
        month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(rank, day.getDayOfWeek()));
    return YearMonth.from(same).equals(month) ? Optional.of(same) : Optional.empty();
  }
}
