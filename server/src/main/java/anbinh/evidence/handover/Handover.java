package anbinh.evidence.handover;

import anbinh.seal.pack.Receipt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One hand-over of a package.
///
/// @param recipient who has an account; null for somebody outside
/// @param openUntil when it lapses unless it is confirmed
/// @param endedAt when it was confirmed or withdrawn
/// @param scan whether the signed paper was attached
/// @param number of the receipt, once there is one
/// @param receiptEvent the event whose leaf names the receipt
/// @param placed whether the receipt stands in the package
public record Handover(
    UUID id,
    UUID requestId,
    HandoverState state,
    @Nullable UUID recipient,
    String toName,
    String toOffice,
    String toTitle,
    Receipt.Identity identity,
    Receipt.Medium medium,
    UUID handedBy,
    Instant openedAt,
    Instant openUntil,
    @Nullable Instant endedAt,
    @Nullable ScanKind scan,
    @Nullable Integer number,
    @Nullable UUID receiptEvent,
    boolean placed) {

  /// Whether it can be confirmed or withdrawn at that time.
  public boolean openAt(Instant at) {
    return state == HandoverState.OPEN && at.isBefore(openUntil);
  }

  /// Whether the receiver may download the package at that time.
  public boolean downloadableAt(Instant at) {
    return state != HandoverState.WITHDRAWN && at.isBefore(openUntil);
  }
}
