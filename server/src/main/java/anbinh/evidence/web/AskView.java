package anbinh.evidence.web;

import anbinh.evidence.owner.Ask;
import anbinh.evidence.owner.AskState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One owner who is asked, as the requester and whoever else sees the request sees it.
///
/// @param openUntil until when the owner may answer
/// @param linkIssuedAt null while there is no link
/// @param seenAt when the page behind the link was first opened
/// @param reason what the owner wrote when refusing
record AskView(
    UUID cameraId,
    AskState state,
    Instant openUntil,
    @Nullable Instant linkIssuedAt,
    @Nullable Instant seenAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {
  static AskView of(Ask ask) {
    return new AskView(
        ask.cameraId(),
        ask.state(),
        ask.openUntil(),
        ask.linkIssuedAt(),
        ask.seenAt(),
        ask.endedAt(),
        ask.reason());
  }
}
