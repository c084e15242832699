package anbinh.oversight.sample;

import anbinh.oversight.access.FootageAccessKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One look that was drawn.
///
/// @param index the entry's place in the log
/// @param from the beginning of the footage
/// @param reviewer null while there is nobody who could
/// @param sameUnit whether there was nobody of another unit
record Review(
    UUID id,
    LocalDate week,
    long index,
    UUID person,
    FootageAccessKind kind,
    String targetKind,
    String targetId,
    @Nullable String targetCode,
    Instant at,
    Instant from,
    Instant to,
    @Nullable UUID reviewer,
    boolean sameUnit,
    Instant dueAt,
    @Nullable Answered answered) {
  /// What was answered.
  ///
  /// @param finding that the answer opened or added to
  record Answered(
      Answer answer, String reason, UUID by, Instant at, UUID event, @Nullable UUID finding) {}

  boolean overdue(Instant now) {
    return answered == null && now.isAfter(dueAt);
  }
}
