package anbinh.measure.opening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wish of an officer that a sealed measure be opened, and what the chair said. Never printed:
/// a reason may tell who somebody is.
///
/// @param reason null once the measure is erased
/// @param answer null while the chair has said nothing
record MeasureOpening(
    UUID id,
    UUID measureId,
    String code,
    UUID communeId,
    @Nullable String reason,
    UUID askedBy,
    Instant askedAt,
    @Nullable Answer answer) {
  /// @param until it may be read; null where it was refused
  record Answer(UUID by, Instant at, @Nullable Instant until) {}

  boolean openAt(Instant now) {
    return answer != null && answer.until() != null && now.isBefore(answer.until());
  }

  @Override
  public String toString() {
    return "MeasureOpening[" + id + "]";
  }
}
