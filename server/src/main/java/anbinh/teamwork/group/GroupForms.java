package anbinh.teamwork.group;

import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of groups of households, as it is sent.
public final class GroupForms {
  static final int MAX_NAME = 120;

  static final int MAX_HOUSEHOLDS = 5_000;

  private GroupForms() {}

  /// @param id the sender's own, so that what is sent twice is there once
  public record NewGroup(
      @NotNull UUID id,
      @NotNull Kind kind,
      @NotNull UUID villageId,
      @NotBlank @Size(max = MAX_NAME) String name,
      @NotNull @Min(1) @Max(MAX_HOUSEHOLDS) Integer households,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = MAX_NAME) String signer) {}

  /// @param version which was read
  public record GroupChange(
      @NotNull @Min(0) @Max(100_000) Integer version,
      @NotBlank @Size(max = MAX_NAME) String name,
      @NotNull @Min(1) @Max(MAX_HOUSEHOLDS) Integer households) {}

  /// @param id the sender's own
  /// @param until the last day
  public record NewLeader(
      @NotNull UUID id,
      @NotNull Lead position,
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Size(max = 30) String phone,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotBlank @Size(max = 60) String number,
      @NotNull LocalDate on,
      @Nullable @Size(max = MAX_NAME) String signer) {
    @Override
    public String toString() {
      return "NewLeader[…]";
    }
  }

  /// What was typed wrongly of who leads a group.
  ///
  /// @param version which was read
  public record LeaderCorrection(
      @NotNull @Min(1) @Max(1000) Integer version,
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Size(max = 30) String phone,
      @NotBlank @Size(max = 500) String reason) {
    @Override
    public String toString() {
      return "LeaderCorrection[…]";
    }
  }

  /// That somebody leads a group no more.
  ///
  /// @param version which was read
  /// @param on their last day
  public record LeaderEnd(
      @NotNull @Min(1) @Max(1000) Integer version,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 500) String reason) {}

  /// @param on the first day without it
  /// @param intoId the group that takes its households; left out where it just ends
  public record GroupEnd(
      @NotNull LocalDate on, @Nullable UUID intoId, @NotBlank @Size(max = 60) String paper) {}
}
