package anbinh.identity.emergency;

import anbinh.identity.EmergencyPurpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's leave to see footage of one area, and of those below it, or to read reports of
/// situations of one commune, that they may not otherwise see.
///
/// @param code what people call it, for example `EMG-2026-0001`
/// @param until its end unless it is ended before
/// @param endedAt null when it was not ended before
/// @param reviewBy until when somebody else is to say whether it was justified
/// @param overdueAt when it was noted that nobody had; null when it was not
record EmergencyAccess(
    UUID id,
    String code,
    UUID person,
    EmergencyPurpose purpose,
    UUID areaId,
    String reason,
    Instant openedAt,
    Instant until,
    @Nullable Instant endedAt,
    Instant reviewBy,
    @Nullable Instant overdueAt,
    @Nullable Review review) {
  /// Whether it was right, in another person's words.
  record Review(boolean justified, String reason, UUID by, Instant at) {}

  boolean openAt(Instant now) {
    return now.isBefore(end());
  }

  /// When it ended or will.
  Instant end() {
    return endedAt == null ? until : endedAt;
  }

  boolean overdueAt(Instant now) {
    return review == null && now.isAfter(reviewBy);
  }
}
