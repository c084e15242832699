package anbinh.recording.referral;

import anbinh.recording.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A span of some cameras that a duty officer referred to an investigator. Never printed: a note
/// may tell of somebody.
///
/// @param note why it is referred; null without
/// @param openUntil when it lapses unless the recipient says something
/// @param endedAt when the recipient accepted or dismissed it
/// @param reason why it was dismissed
record FootageReferral(
    UUID id,
    List<UUID> cameraIds,
    Instant fromAt,
    Instant toAt,
    @Nullable String note,
    UUID referredBy,
    UUID recipient,
    Instant referredAt,
    Instant openUntil,
    State state,
    @Nullable Instant endedAt,
    @Nullable String reason) {
  FootageReferral {
    cameraIds = List.copyOf(cameraIds);
  }

  enum State {
    OPEN,
    ACCEPTED,
    DISMISSED,
    /// By whoever referred it; whom it was referred to sees it no more.
    WITHDRAWN
  }

  Span span() {
    return new Span(fromAt, toAt);
  }

  boolean openAt(Instant at) {
    return state == State.OPEN && at.isBefore(openUntil);
  }

  @Override
  public String toString() {
    return "FootageReferral[" + id + "]";
  }
}
