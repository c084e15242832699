package anbinh.team.member;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.WrittenText;
import anbinh.team.Education;
import anbinh.team.Identity;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What must be so of somebody who is to be in a team (Law 30/2023/QH15, art. 13), apart from the
/// others in it.
public final class MemberRules {
  private static final Pattern PHONES = Pattern.compile(PersonalNumbers.PHONE);
  private static final int MAX_TERM_YEARS = 10;

  private MemberRules() {}

  /// Something that is allowed, and worth a look.
  public enum Warning {
    /// Primary school is enough in hard areas only (art. 13.3).
    PRIMARY_EDUCATION,
    EDUCATION_UNKNOWN,
    HEALTH_UNKNOWN,
    OVER_AGE,
    /// Its nine digits are of a card that the law has ended.
    OLD_IDENTITY_CARD
  }

  public static List<FieldProblem> identityProblems(
      Identity who, LocalDate today, NationalIdRules numbers) {
    var problems = new FieldProblems();
    WrittenText.require("name", who.name(), problems);
    LocalDate birthOn = who.birthOn();
    Integer birthYear = who.birthYear();
    if (birthOn == null && birthYear == null) {
      problems.reject("birthYear", "required");
    } else if (birthOn != null && birthYear != null && birthOn.getYear() != birthYear) {
      problems.reject("birthYear", "team-birth-year");
    }
    String id = who.nationalId();
    if (id != null) {
      numbers.problem(id, who).ifPresent(problems::add);
    }
    String phone = who.phone();
    if (phone != null && !PHONES.matcher(phone).matches()) {
      problems.reject("phone", "team-phone");
    }
    LocalDate healthOn = who.healthOn();
    if (healthOn != null && healthOn.isAfter(today)) {
      problems.reject("healthOn", "past-or-present");
    }
    return problems;
  }

  /// @param established null where the team is not yet
  public static List<FieldProblem> termProblems(
      Identity who,
      LocalDate from,
      LocalDate until,
      boolean overAge,
      @Nullable LocalDate established,
      TeamStandard standard) {
    var problems = new FieldProblems();
    if (until.isBefore(from)) {
      problems.reject("until", "team-term-ends");
    } else if (until.isAfter(from.plusYears(MAX_TERM_YEARS))) {
      problems.reject("until", "team-term-long", MAX_TERM_YEARS);
    }
    if (established != null && from.isBefore(established)) {
      problems.reject("from", "team-before-established", established);
    }
    if (who.birthOn() != null || who.birthYear() != null) {
      if (oldest(who, from) < standard.leastAge()) {
        problems.reject(birth(who), "team-too-young", standard.leastAge());
      } else if (youngest(who, from) > standard.mostAge()) {
        if (!overAge) {
          problems.reject(birth(who), "team-too-old", standard.mostAge());
        } else if (!isHealthy(who, from, standard)) {
          problems.reject("healthOn", "team-over-age-health", standard.mostAge());
        }
      }
    }
    return problems;
  }

  public static List<Warning> warnings(Identity who, boolean overAge) {
    var warnings = new ArrayList<Warning>();
    if (who.education() == Education.PRIMARY) {
      warnings.add(Warning.PRIMARY_EDUCATION);
    }
    if (who.education() == null) {
      warnings.add(Warning.EDUCATION_UNKNOWN);
    }
    if (who.healthOn() == null) {
      warnings.add(Warning.HEALTH_UNKNOWN);
    }
    if (overAge) {
      warnings.add(Warning.OVER_AGE);
    }
    if (NationalIdRules.isOld(who.nationalId())) {
      warnings.add(Warning.OLD_IDENTITY_CARD);
    }
    return warnings;
  }

  /// Whether a health certificate counts on a day.
  static boolean isHealthy(Identity who, LocalDate on, TeamStandard standard) {
    LocalDate certified = who.healthOn();
    Integer months = standard.healthMonths();
    return certified != null
        && !certified.isAfter(on)
        && (months == null || !on.isAfter(certified.plusMonths(months)));
  }

  /// The day from which on somebody is too old, but by decision. Of whom only the year is known,
  /// the birthday may be the last of it.
  public static @Nullable LocalDate tooOldFrom(Identity who, int mostAge) {
    LocalDate born = who.birthOn();
    if (born != null) {
      return born.plusYears(mostAge + 1L);
    }
    return who.yearOfBirth() == 0 ? null : LocalDate.of(who.yearOfBirth() + mostAge + 2, 1, 1);
  }

  /// The field that says when somebody was born.
  private static String birth(Identity who) {
    return who.birthOn() == null ? "birthYear" : "birthOn";
  }

  /// Of whom only the year is known, the birthday may have been.
  private static int oldest(Identity who, LocalDate on) {
    LocalDate born = who.birthOn();
    return born == null ? on.getYear() - who.yearOfBirth() : Period.between(born, on).getYears();
  }

  /// The same, and may be to come.
  private static int youngest(Identity who, LocalDate on) {
    LocalDate born = who.birthOn();
    return born == null
        ? on.getYear() - who.yearOfBirth() - 1
        : Period.between(born, on).getYears();
  }
}
