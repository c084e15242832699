package anbinh.teamwork.pay;

import anbinh.team.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is paid for one thing from a day on.
///
/// @param villageType 1 to 3, of [Kind#MONTHLY] only
/// @param position null for all of them
/// @param checked whether somebody compared it with the paper itself
/// @param addedAt null for what came with the program
/// @param until the last day on which it holds; null where it goes on
/// @param untilSource the paper that ends it
/// @param ended whether it was taken back
record PayRule(
    UUID id,
    Kind kind,
    @Nullable Integer villageType,
    @Nullable Position position,
    Unit unit,
    BigDecimal value,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable String untilSource,
    String source,
    boolean checked,
    @Nullable UUID addedBy,
    @Nullable Instant addedAt,
    boolean ended) {
  public enum Kind {
    /// The State's base salary, which others are a multiple of.
    BASE_SALARY,
    /// Monthly support, by position and type of village.
    MONTHLY,
    /// For each hour on patrol.
    DUTY_HOUR,
    /// Help with the monthly contribution.
    SOCIAL_INSURANCE,
    HEALTH_INSURANCE
  }

  public enum Unit {
    VND,
    BASE_SALARIES
  }

  private boolean holdsOn(LocalDate day) {
    return !ended && !from.isAfter(day) && (until == null || !until.isBefore(day));
  }

  /// The one that holds on a day: the last to begin; of those one for the position before one for
  /// all, and then the last that was added.
  static Optional<PayRule> find(
      List<PayRule> all,
      Kind kind,
      @Nullable Integer villageType,
      @Nullable Position position,
      LocalDate day) {
    return all.stream()
        .filter(rule -> rule.kind == kind && rule.holdsOn(day))
        .filter(rule -> rule.villageType == null || rule.villageType.equals(villageType))
        .filter(rule -> rule.position == null || rule.position == position)
        .max(
            Comparator.comparing(PayRule::from)
                .thenComparing(rule -> rule.position != null)
                .thenComparing(PayRule::addedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(rule -> rule.id.toString()));
  }
}
