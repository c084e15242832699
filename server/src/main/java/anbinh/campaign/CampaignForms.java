package anbinh.campaign;

import anbinh.campaign.Campaign.Activity.Kind;
import anbinh.campaign.Campaign.Commendation.Whom;
import anbinh.campaign.Campaign.Language;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of campaigns, as it is sent.
public final class CampaignForms {
  static final int MAX_CHARACTERS = MaterialType.MAX_MEGABYTES * 1024 * 1024 / 3 * 4 + 4_096;
  private static final int MAX_PEOPLE = 100_000;
  private static final int MAX_PIECES = 1_000_000;

  private CampaignForms() {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param areaId the commune or province whose it is
  /// @param villageIds where it is; left out for all of it
  public record NewCampaign(
      @NotNull UUID id,
      @NotNull UUID areaId,
      @NotBlank @Size(max = 200) String title,
      @NotBlank @Size(max = 2000) String aim,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @Nullable @Size(max = 60) List<@NotNull UUID> villageIds,
      @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 120) String> partners) {}

  public enum Outcome {
    ACCEPTED,
    REFUSED
  }

  /// @param version of the campaign that was seen
  /// @param reason needed to refuse
  /// @param number of the paper, needed to accept, as is its day
  public record CampaignDecision(
      @NotNull @Min(1) Integer version,
      @NotNull Outcome outcome,
      @Nullable @Size(max = 2000) String reason,
      @Nullable @Size(max = 60) String number,
      @Nullable LocalDate on,
      @Nullable @Size(max = 120) String signer) {}

  /// About what was said and added after the approval.
  ///
  /// @param version of the campaign that was seen
  /// @param reason needed to refuse
  record ChangesDecision(
      @NotNull @Min(1) Integer version,
      @NotNull Outcome outcome,
      @Nullable @Size(max = 2000) String reason) {}

  /// Why something that was noted counts no more.
  record CampaignWithdrawal(@NotBlank @Size(max = 500) String reason) {}

  public record NewMessage(@NotNull Language language, @NotBlank @Size(max = 4000) String words) {}

  /// @param id the sender's own
  /// @param content in Base64 (RFC 4648, section 4)
  record NewMaterial(
      @NotNull UUID id,
      @NotBlank @Size(max = 160) String title,
      @NotBlank @Size(max = MAX_CHARACTERS) String content) {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param attended how many people came, and `households` how many were reached
  public record NewActivity(
      @NotNull UUID id,
      @NotNull Kind kind,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 300) String place,
      @Nullable @Size(max = 2000) String words,
      @NotNull @Min(0) @Max(MAX_PEOPLE) Integer attended,
      @NotNull @Min(0) @Max(MAX_PEOPLE) Integer households,
      @NotNull @Min(0) @Max(MAX_PIECES) Integer leaflets) {}

  record CampaignEnd(@NotNull LocalDate on) {}

  record NewReport(
      @NotBlank @Size(max = 4000) String words,
      @Nullable @Size(max = 4000) String lessons,
      @NotNull @Min(0) @Max(MAX_PIECES) Integer commitments,
      @NotNull @Min(0) @Max(10_000) Integer models) {}

  /// @param id the sender's own, so that what is sent twice is there once
  record NewCommendation(
      @NotNull UUID id,
      @NotNull Whom whom,
      @NotBlank @Size(max = 160) String name,
      @NotBlank @Size(max = 160) String form,
      @NotBlank @Size(max = 160) String authority,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = 120) String signer) {
    @Override
    public String toString() {
      return "NewCommendation[…]";
    }
  }
}
