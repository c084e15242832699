package anbinh.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as it is now.
///
/// @param code what people call it, for example `CASE-2026-0001`
/// @param occurredFrom when it happened, or the earliest time it may have
/// @param occurredTo the latest time it may have; null when it is known exactly or still goes on
/// @param place in words
public record CaseFile(
    UUID id,
    String code,
    String title,
    CaseType type,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    UUID areaId,
    @Nullable String place,
    @Nullable String description,
    UUID openedBy,
    Instant openedAt,
    @Nullable Outcome outcome) {

  /// How a case ended.
  ///
  /// @param clarifiedBy what footage clarified; empty when nothing, or other means did
  public record Outcome(
      boolean clarified, Set<Clarified> clarifiedBy, String note, UUID notedBy, Instant notedAt) {
    public Outcome {
      clarifiedBy = Set.copyOf(clarifiedBy);
      if (!clarified && !clarifiedBy.isEmpty()) {
        throw new IllegalArgumentException("not clarified, but by " + clarifiedBy);
      }
    }
  }

  public CaseState state() {
    return outcome == null ? CaseState.OPEN : CaseState.CLOSED;
  }

  public boolean open() {
    return outcome == null;
  }

  public Optional<Outcome> findOutcome() {
    return Optional.ofNullable(outcome);
  }
}
