package anbinh.reports.period;

import anbinh.reports.ReportPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one unit says of one period.
///
/// @param version counts its submissions; 0 before the first
/// @param reopenedOn when it was last asked back; null of what never was
public record Report(
    UUID id,
    String code,
    UUID areaId,
    ReportPeriod period,
    State state,
    int version,
    @Nullable LocalDate reopenedOn) {

  Report at(State next, int number) {
    return new Report(id, code, areaId, period, next, number, reopenedOn);
  }

  Report reopened(LocalDate on) {
    return new Report(id, code, areaId, period, state, version, on);
  }

  /// Where a report stands.
  public enum State {
    /// To be submitted, be it again after it was returned.
    OPEN,
    /// Asked back after it was accepted: what was accepted counts until another one is handed in.
    REOPENED,
    SUBMITTED,
    /// At its own level.
    APPROVED,
    /// By the level above.
    ACCEPTED,
    LOCKED;

    /// Whether there is something that was handed in and counts.
    public boolean handedIn() {
      return this != OPEN;
    }

    /// Whether its unit is to submit it.
    public boolean awaited() {
      return this == OPEN || this == REOPENED;
    }
  }

  /// One submission of it.
  ///
  /// @param figures as JSON, to the byte what `sha256` is of
  /// @param dueOn the last day on which it would have been in time; null of old ones
  public record Version(
      int version,
      String figures,
      String sha256,
      Instant countedAt,
      @Nullable LocalDate dueOn,
      UUID submittedBy,
      @Nullable UUID approvedBy,
      @Nullable Instant approvedAt,
      @Nullable UUID acceptedBy,
      @Nullable Instant acceptedAt,
      @Nullable UUID lockedBy,
      @Nullable Instant lockedAt) {
    /// Whether it was accepted, so that it counts until another one is.
    boolean kept() {
      return acceptedBy != null;
    }

    /// How far it came by itself, whatever came after it.
    public State reached() {
      if (lockedBy != null) {
        return State.LOCKED;
      }
      if (acceptedBy != null) {
        return State.ACCEPTED;
      }
      return approvedBy == null ? State.SUBMITTED : State.APPROVED;
    }
  }

  /// What may be done with a report.
  public enum Action {
    SUBMITTED,
    RETURNED,
    APPROVED,
    ACCEPTED,
    LOCKED,
    REOPENED
  }

  /// What of its figures somebody saw who took a step.
  public enum Sight {
    ALL,
    /// Some of them in tens, or hidden.
    ROUNDED
  }

  /// What was done with it.
  ///
  /// @param sight null of old steps
  public record Step(
      Action what,
      int version,
      @Nullable String reason,
      UUID by,
      Instant at,
      @Nullable Sight sight) {}
}
