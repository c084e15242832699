package anbinh.mediation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody brought, as it was taken down. Never printed.
///
/// @param parties not needed where the answers guard it: nobody's safety waits for a form
/// @param about as the parties
public record NewMediation(
    @NotNull UUID villageId,
    @Nullable UUID otherVillageId,
    @NotNull Basis basis,
    @NotNull DisputeKind kind,
    @NotNull LocalDate receivedOn,
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ScopeAnswer> answers,
    @Nullable @Size(max = 10) List<@NotNull @Valid NewMediationParty> parties,
    @Nullable @Size(max = MAX_LENGTH) String about) {
  public static final int MAX_LENGTH = 4000;

  /// @param yes whether it is so
  public record ScopeAnswer(@NotNull ScopeQuestion question, @NotNull Boolean yes) {}

  /// @param address or household
  public record NewMediationParty(
      @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 300) String address,
      @Nullable @Size(max = 40) String phone) {
    @Override
    public String toString() {
      return "NewMediationParty[…]";
    }
  }

  @Override
  public String toString() {
    return "NewMediation[…]";
  }
}
