package anbinh.team.standing;

import anbinh.team.Identity;
import anbinh.team.member.MemberRules;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why somebody may not serve any more, or soon.
///
/// @param on since when, or from when on
/// @param soon whether it is to come
record Concern(Kind kind, LocalDate on, boolean soon) {
  public enum Kind {
    TOO_YOUNG,
    /// Older than the law has it, without a decision.
    TOO_OLD,
    HEALTH_MISSING,
    HEALTH_OLD,
    RESIDENCE_UNKNOWN,
    RESIDENCE_OLD,
    NOT_RESIDENT
  }

  /// What was last said of where somebody lives.
  public record Residence(LocalDate on, boolean resident) {}

  /// What concerns somebody on a day, and what will within the days of the standard.
  ///
  /// @param from since when they serve
  /// @param overAge whether they are older by decision
  public static List<Concern> of(
      Identity who,
      LocalDate from,
      boolean overAge,
      @Nullable Residence residence,
      TeamStandard standard,
      LocalDate day) {
    var concerns = new ArrayList<Concern>();
    LocalDate grownUp = grownUp(who, standard.leastAge());
    if (grownUp != null && day.isBefore(grownUp)) {
      concerns.add(new Concern(Kind.TOO_YOUNG, from, false));
    }
    if (!overAge) {
      add(concerns, Kind.TOO_OLD, MemberRules.tooOldFrom(who, standard.mostAge()), standard, day);
    }
    LocalDate certified = who.healthOn();
    if (certified == null) {
      concerns.add(new Concern(Kind.HEALTH_MISSING, from, false));
    } else {
      add(concerns, Kind.HEALTH_OLD, after(certified, standard.healthMonths()), standard, day);
    }
    if (residence == null) {
      concerns.add(new Concern(Kind.RESIDENCE_UNKNOWN, from, false));
    } else if (!residence.resident()) {
      concerns.add(new Concern(Kind.NOT_RESIDENT, residence.on(), false));
    } else {
      add(
          concerns,
          Kind.RESIDENCE_OLD,
          after(residence.on(), standard.residenceMonths()),
          standard,
          day);
    }
    return List.copyOf(concerns);
  }

  private static void add(
      List<Concern> concerns,
      Kind kind,
      @Nullable LocalDate fails,
      TeamStandard standard,
      LocalDate day) {
    if (fails == null || fails.isAfter(day.plusDays(standard.remindDays()))) {
      return;
    }
    concerns.add(new Concern(kind, fails, fails.isAfter(day)));
  }

  /// The first day on which something does not count any more.
  private static @Nullable LocalDate after(LocalDate on, @Nullable Integer months) {
    return months == null ? null : on.plusMonths(months).plusDays(1);
  }

  /// Of whom only the year is known, the birthday may be the first of it.
  private static @Nullable LocalDate grownUp(Identity who, int leastAge) {
    LocalDate born = who.birthOn();
    if (born != null) {
      return born.plusYears(leastAge);
    }
    return who.yearOfBirth() == 0 ? null : LocalDate.of(who.yearOfBirth() + leastAge, 1, 1);
  }
}
