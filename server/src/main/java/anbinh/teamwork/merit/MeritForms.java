package anbinh.teamwork.merit;

import anbinh.teamwork.merit.Merit.Form;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of merit, as it is sent.
final class MeritForms {
  private MeritForms() {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param memberId whom it is about; left out for the whole team; needed for discipline
  /// @param year needed for a rating, and for nothing else
  /// @param authority whose paper it is
  public record NewMerit(
      @NotNull UUID id,
      @Nullable UUID memberId,
      @NotNull Form form,
      @Nullable @Min(2024) @Max(2199) Integer year,
      @NotBlank @Size(max = 160) String authority,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = 120) String signer,
      @Nullable @Size(max = 1000) String words) {
    @Override
    public String toString() {
      return "NewMerit[…]";
    }
  }

  public record Withdrawal(@NotBlank @Size(max = 500) String reason) {}
}
