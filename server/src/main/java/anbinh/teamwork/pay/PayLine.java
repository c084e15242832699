package anbinh.teamwork.pay;

import anbinh.team.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An amount of a sheet and how it came about.
///
/// @param month for which it is; of a correction, an earlier one
/// @param correction whether it is what an earlier month's sheets lack, `due` less `paid`
/// @param part from and until which day, of how many; null for what is not by days
/// @param minutes on patrol; null for what is not by hours
/// @param base the base salary in dong; null where the rule is in dong
/// @param value of the rule, in its unit
/// @param amount whole dong; null where something is missing
record PayLine(
    UUID memberId,
    UUID teamId,
    PayRule.Kind kind,
    YearMonth month,
    boolean correction,
    @Nullable Position position,
    @Nullable Integer villageType,
    @Nullable Part part,
    @Nullable Long minutes,
    @Nullable BigDecimal base,
    @Nullable BigDecimal value,
    PayRule.@Nullable Unit unit,
    @Nullable UUID ruleId,
    @Nullable BigDecimal due,
    @Nullable BigDecimal paid,
    @Nullable BigDecimal amount,
    @Nullable Missing missing) {
  /// Days of a month, the last one with them.
  public record Part(LocalDate from, LocalDate until, int days, int monthDays) {}

  /// What has to be known before there is an amount.
  public enum Missing {
    RULE,
    BASE_SALARY,
    VILLAGE_TYPE,
    /// The team covers villages of several types, and no paper says which one counts.
    VILLAGE_TYPES_DIFFER,
    /// There are patrols of somebody who does not serve in that month.
    NOT_SERVING
  }
}
