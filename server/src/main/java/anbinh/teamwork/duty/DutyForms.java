package anbinh.teamwork.duty;

import anbinh.teamwork.duty.Drill.Kind;
import anbinh.teamwork.duty.Drill.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of drills, shifts and patrols, as it is sent.
public final class DutyForms {
  static final int MIN_MINUTES = 15;
  static final int MAX_SHIFT = 720;
  private static final int MAX_DRILL = 4320;
  private static final int MAX_TEAMS = 60;
  private static final int MAX_MEMBERS = 30;
  private static final int MAX_ATTENDING = 600;

  private DutyForms() {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param communeId whose teams are called
  /// @param teamIds those that are to come
  public record NewDrill(
      @NotNull UUID id,
      @NotNull UUID communeId,
      @NotNull Kind kind,
      @NotBlank @Size(max = 300) String subject,
      @Nullable @Size(max = 300) String place,
      @NotNull LocalDate on,
      @NotNull @Min(MIN_MINUTES) @Max(MAX_DRILL) Integer minutes,
      @NotEmpty @Size(max = MAX_TEAMS) List<@NotNull UUID> teamIds) {}

  public record Attendance(@NotNull UUID memberId, @NotNull Outcome outcome) {}

  /// @param on the day on which it was, and `minutes` how long
  /// @param attendance of each who serves in the teams on that day
  public record DrillResult(
      @NotNull LocalDate on,
      @NotNull @Min(MIN_MINUTES) @Max(MAX_DRILL) Integer minutes,
      @NotEmpty @Size(max = MAX_ATTENDING) List<@NotNull @Valid Attendance> attendance) {}

  /// @param version of the result that was read
  /// @param attendance of each who serves in the teams on that day, and of whoever was noted
  public record DrillCorrection(
      @NotNull @Min(1) @Max(1000) Integer version,
      @NotNull LocalDate on,
      @NotNull @Min(MIN_MINUTES) @Max(MAX_DRILL) Integer minutes,
      @NotEmpty @Size(max = MAX_ATTENDING) List<@NotNull @Valid Attendance> attendance,
      @NotBlank @Size(max = 500) String reason) {}

  public record Cancellation(@NotBlank @Size(max = 500) String reason) {}

  /// @param id the sender's own, so that what is sent twice is there once
  /// @param starts as `20:30`
  /// @param route in words
  public record NewShift(
      @NotNull UUID id,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 5) String starts,
      @NotNull @Min(MIN_MINUTES) @Max(MAX_SHIFT) Integer minutes,
      @NotBlank @Size(max = 500) String route,
      @NotEmpty @Size(max = MAX_MEMBERS) List<@NotNull UUID> memberIds) {}

  /// @param month that is to be planned, as `2026-11`
  public record CopyOfPlan(@NotBlank @Size(max = 7) String month) {}

  /// @param id the sender's own
  /// @param shiftId of the plan; null for what was not planned, as is all duty but patrols
  /// @param words what was done, in general, about nobody
  public record NewPatrol(
      @NotNull UUID id,
      @NotNull Patrol.Kind kind,
      @Nullable UUID shiftId,
      @NotNull Instant startedAt,
      @NotNull Instant endedAt,
      @NotEmpty @Size(max = MAX_MEMBERS) List<@NotNull UUID> memberIds,
      @NotBlank @Size(max = 2000) String words) {}

  /// @param version which was read, so that nobody overwrites what they did not see
  public record PatrolCorrection(
      @NotNull @Min(1) @Max(1000) Integer version,
      @NotNull Instant startedAt,
      @NotNull Instant endedAt,
      @NotEmpty @Size(max = MAX_MEMBERS) List<@NotNull UUID> memberIds,
      @NotBlank @Size(max = 2000) String words,
      @NotBlank @Size(max = 500) String reason) {}

  /// @param version which was read
  public record PatrolAnnulment(
      @NotNull @Min(1) @Max(1000) Integer version, @NotBlank @Size(max = 500) String reason) {}
}
