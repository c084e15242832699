package anbinh.team.unit;

import anbinh.team.unit.TeamProposal.Outcome;
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

/// What is proposed about a team, and what is decided of it, as it is sent.
public final class TeamForms {
  public static final int MAX_NAME = 120;
  public static final int MAX_PLANNED = 100;
  private static final int MAX_AREAS = 30;
  private static final int MAX_REASON = 2000;
  private static final int MAX_NUMBER = 60;

  private TeamForms() {}

  /// @param areaIds the villages that it is to cover
  /// @param planned how many people it is to have
  public record NewTeam(
      @NotNull UUID communeId,
      @NotBlank @Size(max = MAX_NAME) String name,
      @NotEmpty @Size(max = MAX_AREAS) List<@NotNull UUID> areaIds,
      @NotNull @Min(1) @Max(MAX_PLANNED) Integer planned,
      @Nullable @Size(max = MAX_REASON) String reason) {}

  /// @param from the day from which on it is to hold
  public record TeamChange(
      @NotEmpty @Size(max = MAX_AREAS) List<@NotNull UUID> areaIds,
      @NotNull @Min(1) @Max(MAX_PLANNED) Integer planned,
      @NotNull LocalDate from,
      @NotBlank @Size(max = MAX_REASON) String reason) {}

  public record TeamEnd(@NotBlank @Size(max = MAX_REASON) String reason) {}

  /// @param actId what was seen to wait, so that nobody decides about something else
  /// @param reason needed to refuse
  /// @param number of the paper, needed to accept, as is its day
  /// @param signer who signed it
  public record TeamDecision(
      @NotNull UUID actId,
      @NotNull Outcome outcome,
      @Nullable @Size(max = MAX_REASON) String reason,
      @Nullable @Size(max = MAX_NUMBER) String number,
      @Nullable LocalDate on,
      @Nullable @Size(max = MAX_NAME) String signer) {}
}
