package anbinh.teamwork.pay;

import anbinh.team.Position;
import anbinh.teamwork.pay.PayRule.Kind;
import anbinh.teamwork.pay.PayRule.Unit;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of support pay, as it is sent.
final class PayForms {
  private PayForms() {}

  /// @param villageType and `position`: of monthly support only
  /// @param value dong, or how many base salaries; at most four decimals
  /// @param checked whether it was compared with the paper itself
  public record NewPayRule(
      @NotNull Kind kind,
      @Nullable @Min(1) @Max(3) Integer villageType,
      @Nullable Position position,
      @NotNull Unit unit,
      @NotNull @DecimalMin("0") @DecimalMax("100000000") @Digits(integer = 9, fraction = 4)
          BigDecimal value,
      @NotNull LocalDate from,
      @NotBlank @Size(max = 300) String source,
      @NotNull Boolean checked) {}

  /// @param until the last day on which a rule holds; left out where it goes on
  /// @param source the paper that says so
  public record PayRuleEnd(@Nullable LocalDate until, @NotBlank @Size(max = 300) String source) {}

  /// @param paper the decision that says it
  public record NewVillageType(
      @NotNull UUID areaId,
      @NotNull LocalDate from,
      @NotNull @Min(1) @Max(3) Integer type,
      @NotBlank @Size(max = 60) String paper) {}

  /// @param month as `2026-11`
  public record NewSheet(@NotNull UUID communeId, @NotBlank @Size(max = 7) String month) {}

  /// @param version that was seen
  public record SheetDecision(
      @NotNull @Min(1) @Max(100_000) Integer version,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = 120) String signer) {}
}
