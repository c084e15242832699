package anbinh.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as it is now.
///
/// @param code what people call it, for example `CASE-2026-0001`
/// @param type the code of a [CaseType]
/// @param occurredFrom when it happened, or the earliest time it may have
/// @param occurredTo the latest time it may have; null when it is known exactly or still goes on
/// @param place in words; null where it is not known or not said
/// @param point likewise
/// @param protection whether it says no more of its place than the commune
public record CaseFile(
    UUID id,
    String code,
    String title,
    String type,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    UUID areaId,
    @Nullable String place,
    @Nullable Point point,
    Protection protection,
    @Nullable String description,
    UUID openedBy,
    Instant openedAt,
    @Nullable Outcome outcome) {
  public CaseFile {
    if (protection != Protection.NONE && (place != null || point != null)) {
      throw new IllegalArgumentException("a protected case with a place");
    }
  }

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

  public boolean isProtected() {
    return protection != Protection.NONE;
  }

  /// The same case with another place.
  public CaseFile at(@Nullable Point where, @Nullable String words, Protection kept) {
    return new CaseFile(
        id,
        code,
        title,
        type,
        occurredFrom,
        occurredTo,
        areaId,
        words,
        where,
        kept,
        description,
        openedBy,
        openedAt,
        outcome);
  }

  public Optional<Outcome> findOutcome() {
    return Optional.ofNullable(outcome);
  }
}
