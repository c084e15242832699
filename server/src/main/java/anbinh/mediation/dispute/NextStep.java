package anbinh.mediation.dispute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the law wants done next, and by when.
///
/// @param on the last day for it; null where neither the law nor a setting names one
public record NextStep(Action act, @Nullable LocalDate on) {
  /// So many days after the day of the assignment, by the calendar (article 20.2). A term that ends
  /// on a day off is not moved, as the Civil Code would: mediators work at weekends, and the
  /// earlier day is on the safe side.
  public static final int START_DAYS = 3;

  private static final int CRITICAL_AFTER = 3;
  private static final int SOON_BEFORE = 2;

  enum Action {
    ASSIGN,
    ACCEPT,
    START,
    GO_ON,
    FOLLOW_UP,
    REVIEW,
    NONE
  }

  /// How pressing it is; the groups of a list.
  enum Urgency {
    CRITICAL,
    OVERDUE,
    SOON,
    LATER
  }

  static NextStep of(
      MediationState state,
      LocalDate receivedOn,
      int assignWithin,
      @Nullable LocalDate startBy,
      @Nullable LocalDate followUpBy) {
    return switch (state) {
      case RECEIVED -> new NextStep(Action.ASSIGN, receivedOn.plusDays(assignWithin));
      case ASSIGNED -> new NextStep(Action.ACCEPT, startBy);
      case ACCEPTED -> new NextStep(Action.START, startBy);
      case IN_PROGRESS -> new NextStep(Action.GO_ON, null);
      case FOLLOW_UP -> new NextStep(Action.FOLLOW_UP, followUpBy);
      case REVIEW -> new NextStep(Action.REVIEW, receivedOn);
      case CLOSED, REFERRED -> new NextStep(Action.NONE, null);
    };
  }

  public static NextStep of(Mediation mediation, int assignWithin) {
    return of(
        mediation.state(),
        mediation.reception().on(),
        assignWithin,
        mediation.conduct().startBy(),
        mediation.ending().followUpBy());
  }

  Urgency urgency(LocalDate today) {
    if (on == null || on.isAfter(today.plusDays(SOON_BEFORE))) {
      return Urgency.LATER;
    }
    if (!on.isBefore(today)) {
      return Urgency.SOON;
    }
    return on.isBefore(today.minusDays(CRITICAL_AFTER)) ? Urgency.CRITICAL : Urgency.OVERDUE;
  }
}
