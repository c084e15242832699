package anbinh.reports.round;

import anbinh.reports.ReportPeriod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one unit says of one period.
///
/// @param version counts its submissions; 0 before the first
public record Report(
    UUID id, String code, UUID areaId, ReportPeriod period, State state, int version) {

  /// Where a report stands.
  public enum State {
    /// To be submitted, be it again.
    OPEN,
    SUBMITTED,
    /// At its own level.
    APPROVED,
    /// By the level above.
    ACCEPTED,
    LOCKED;

    /// Whether its figures were handed in and are not asked back.
    public boolean handedIn() {
      return this != OPEN;
    }
  }

  /// One submission of it.
  ///
  /// @param figures as JSON, to the byte what `sha256` is of
  public record Version(
      int version,
      String figures,
      String sha256,
      Instant countedAt,
      UUID submittedBy,
      @Nullable UUID approvedBy,
      @Nullable Instant approvedAt,
      @Nullable UUID acceptedBy,
      @Nullable Instant acceptedAt,
      @Nullable UUID lockedBy,
      @Nullable Instant lockedAt) {}

  /// What may be done with a report.
  public enum Act {
    SUBMITTED,
    RETURNED,
    APPROVED,
    ACCEPTED,
    LOCKED,
    REOPENED
  }

  /// What was done with it.
  public record Step(Act what, int version, @Nullable String reason, UUID by, Instant at) {}
}
