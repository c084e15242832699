package anbinh.evidence.owner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One owner asked for the granted time of one camera.
///
/// @param openUntil the owner may answer before this
/// @param linkIssuedAt null while there is no link
/// @param seenAt when the page behind the present link was first opened
/// @param reason what the owner wrote when refusing
public record Ask(
    UUID requestId,
    UUID cameraId,
    AskState state,
    Instant openedAt,
    Instant openUntil,
    @Nullable Instant linkIssuedAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {

  /// Whether the owner may still answer.
  public boolean openAt(Instant at) {
    return state == AskState.OPEN && at.isBefore(openUntil);
  }
}
