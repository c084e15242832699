package anbinh.oversight.finding;

import anbinh.oversight.access.FootageAccessKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a rule applies to somebody's looks.
///
/// @param code what people call it, for example `FIND-2026-0001`
/// @param openedAt when the look was made that made it one
record Finding(
    UUID id,
    String code,
    Rule rule,
    UUID person,
    FootageAccessKind kind,
    @Nullable Target target,
    @Nullable LocalDate day,
    Instant openedAt,
    UUID openedEvent,
    Numbers numbers,
    @Nullable Closing closing) {
  /// How it was closed.
  record Closing(Result result, String reason, UUID by, Instant at, UUID event) {}
}
