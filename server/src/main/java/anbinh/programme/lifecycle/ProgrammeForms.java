package anbinh.programme.lifecycle;

import anbinh.programme.lifecycle.ProgrammeProposal.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is proposed about a programme, and what is decided of it, as it is sent.
public final class ProgrammeForms {
  private static final int MAX_AREAS = 100;
  private static final int MAX_REASON = 2000;

  private ProgrammeForms() {}

  /// @param areaIds villages of one commune, or the commune; of linked areas, villages of several
  /// @param kindVersion the version of the kind that was seen
  public record NewProgramme(
      @NotNull UUID kindId,
      @NotNull @Min(1) Integer kindVersion,
      @NotEmpty @Size(max = MAX_AREAS) List<@NotNull UUID> areaIds,
      @NotBlank @Size(max = 160) String name,
      @NotNull @Valid ProgrammeContent content) {}

  /// Another text: of what waits to be launched, or of what runs, as a change that waits.
  ///
  /// @param version the last one that was seen
  /// @param name what it is to be called; null to keep its name
  /// @param reason needed for a change
  public record ProgrammeRevision(
      @NotNull @Min(1) Integer version,
      @Nullable @Size(max = 160) String name,
      @NotNull @Valid ProgrammeContent content,
      @Nullable @Size(max = MAX_REASON) String reason) {}

  /// Kinds of proposals that change no text.
  public enum Step {
    REST,
    RESUME,
    END,
    /// The day of the launch was typed wrongly: the decision names the right one.
    LAUNCH_DAY
  }

  public record NewProgrammeProposal(
      @NotNull Step step, @NotBlank @Size(max = MAX_REASON) String reason) {}

  /// The consent of a commune in which a part of a programme lies.
  ///
  /// @param actId what was seen to wait
  /// @param version of the text that was seen
  /// @param number of the paper
  public record ProgrammeConsent(
      @NotNull UUID communeId,
      @NotNull UUID actId,
      @NotNull @Min(1) Integer version,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = 120) String signer) {}

  /// @param actId what was seen to wait
  /// @param version of the text that was seen
  /// @param reason needed to refuse
  /// @param number of the paper, needed to accept, as is its day
  public record ProgrammeDecision(
      @NotNull UUID actId,
      @NotNull @Min(1) Integer version,
      @NotNull Outcome outcome,
      @Nullable @Size(max = MAX_REASON) String reason,
      @Nullable @Size(max = 60) String number,
      @Nullable LocalDate on,
      @Nullable @Size(max = 120) String signer) {}
}
