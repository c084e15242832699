package anbinh.evidence.retention;

import anbinh.cases.CaseEnding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hold on a package: whatever the clock says, it is kept while one is in force.
///
/// @param placedBy its owner
/// @param reviewOn the day on which somebody looks at it again; it stays in force
/// @param review the last time that somebody did; null before
/// @param lifting the last wish to lift it; null before
record Hold(
    UUID id,
    UUID requestId,
    Basis basis,
    UUID placedBy,
    Instant placedAt,
    LocalDate reviewOn,
    @Nullable Review review,
    @Nullable Lifting lifting) {
  /// @param document the number of the paper that it rests on
  /// @param authority whose paper it is
  /// @param article of the law that asks for it
  record Basis(String document, CaseEnding.Issuer authority, String article, String reason) {}

  record Review(String reason, UUID by, Instant at) {}

  /// @param decision null while nobody has decided
  record Lifting(String reason, UUID askedBy, Instant askedAt, @Nullable Decision decision) {}

  enum LiftingOutcome {
    CONFIRMED,
    REFUSED
  }

  /// @param words null when it was confirmed and nothing was added
  record Decision(LiftingOutcome outcome, @Nullable String words, UUID by, Instant at) {}

  boolean inForce() {
    return lifting == null
        || lifting.decision() == null
        || lifting.decision().outcome() != LiftingOutcome.CONFIRMED;
  }

  /// Whether a wish to lift it waits for a decision.
  boolean liftingPending() {
    return lifting != null && lifting.decision() == null;
  }

  boolean overdueOn(LocalDate today) {
    return inForce() && !reviewOn.isAfter(today);
  }
}
