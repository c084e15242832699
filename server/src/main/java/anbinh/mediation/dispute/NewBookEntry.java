package anbinh.mediation.dispute;

import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.NewMediation;
import anbinh.mediation.NewMediation.NewMediationParty;
import anbinh.mediation.NewMediation.ScopeAnswer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of a village's book on paper, as it is taken over. Never printed.
///
/// @param year of the book, and `number` in it
/// @param mediatorId who mediated it, where they are of the village's team; null for others
/// @param words what was agreed, or how it ended
record NewBookEntry(
    @NotNull UUID villageId,
    @NotNull @Min(2014) @Max(2199) Integer year,
    @NotNull @Min(1) @Max(9_999) Integer number,
    @NotNull Basis basis,
    @NotNull DisputeKind kind,
    @NotNull LocalDate receivedOn,
    @NotNull LocalDate endedOn,
    @NotNull MediationOutcome outcome,
    @Nullable UUID mediatorId,
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ScopeAnswer> answers,
    @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid NewMediationParty> parties,
    @NotBlank @Size(max = NewMediation.MAX_LENGTH) String about,
    @NotBlank @Size(max = NewMediation.MAX_LENGTH) String words) {
  @Override
  public String toString() {
    return "NewBookEntry[…]";
  }
}
