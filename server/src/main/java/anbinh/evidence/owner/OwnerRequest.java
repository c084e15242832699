package anbinh.evidence.owner;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One owner asked for the granted time of one camera.
///
/// @param openUntil the owner may answer before this
/// @param linkIssuedAt null while there is no link
/// @param seenAt when the page behind the present link was first opened
/// @param reason what the owner wrote when refusing
/// @param clock how far off the recorder's clock is; null while the owner did not say
/// @param takenAt when the collection began with what was given
public record OwnerRequest(
    UUID requestId,
    UUID cameraId,
    OwnerRequestState state,
    Instant openedAt,
    Instant openUntil,
    @Nullable Instant linkIssuedAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    @Nullable RecorderClock clock,
    @Nullable Instant takenAt) {

  /// What the owner's recorder showed, and what the time was then.
  public record RecorderClock(Instant shown, Instant at) {
    /// How far the recorder is ahead.
    public Duration offset() {
      return Duration.between(at, shown);
    }
  }

  /// Whether what was given can still be taken back.
  public boolean revocable() {
    return state == OwnerRequestState.GIVEN && takenAt == null;
  }

  /// Whether the owner may still answer.
  public boolean openAt(Instant at) {
    return state == OwnerRequestState.OPEN && at.isBefore(openUntil);
  }
}
