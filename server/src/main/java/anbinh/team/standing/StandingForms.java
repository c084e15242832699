package anbinh.team.standing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/// What is said of somebody in a team, as it is sent.
final class StandingForms {
  private static final long MAX_DONG = 10_000_000_000L;

  private StandingForms() {}

  /// @param on the day for which it is said
  public record NewResidence(@NotNull LocalDate on, @NotNull Boolean resident) {}

  public record NewInsurance(
      @NotNull LocalDate from, @NotNull Boolean social, @NotNull Boolean health) {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param number of the decision, with its day
  public record NewBenefit(
      @NotNull UUID id,
      @NotNull Benefit.Kind kind,
      @NotNull LocalDate happenedOn,
      @NotNull @Min(1) @Max(MAX_DONG) Long dong,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on) {}
}
