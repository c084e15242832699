package anbinh.evidence.retention;

import anbinh.cases.CaseEnding;
import anbinh.identity.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Until when a package is kept and why, the holds on it, and what became of it.
///
/// @param end of its case; null while none is known
/// @param keepDays that are kept after the day of the paper
/// @param until the first moment at which it may be deleted; null while no end is known
/// @param handedOver whether somebody may still confirm or download a hand-over
/// @param holds newest first, lifted ones among them
/// @param deleted null while it is kept
/// @param mayHold whether the reader may put a hold on it
record KeepingView(
    KeepingState state,
    @Nullable KeptEndView end,
    int keepDays,
    @Nullable Instant until,
    boolean handedOver,
    List<HoldView> holds,
    @Nullable DeletedView deleted,
    boolean mayHold) {
  KeepingView {
    holds = List.copyOf(holds);
  }

  enum KeepingState {
    /// The end for good of its case is not known: it is kept.
    NO_END,
    /// The clock counts.
    COUNTING,
    /// It is kept while a hold is in force, whatever the clock says.
    HELD,
    DELETED
  }

  record KeptEndView(CaseEnding.EndKind kind, LocalDate on, Instant confirmedAt) {}

  /// @param overdue whether its day of review has come; it is in force nevertheless
  /// @param lifted whether it is in force no more
  /// @param mayReview whether the reader may say that it is still needed
  /// @param mayAskLifting whether the reader may ask to lift it
  /// @param mayDecide whether the reader may decide the wish to lift it
  record HoldView(
      UUID id,
      String document,
      CaseEnding.Issuer authority,
      String article,
      String reason,
      PersonName owner,
      Instant placedAt,
      LocalDate reviewOn,
      boolean overdue,
      @Nullable HoldReviewView review,
      @Nullable LiftingView lifting,
      boolean lifted,
      boolean mayReview,
      boolean mayAskLifting,
      boolean mayDecide) {}

  record HoldReviewView(String reason, PersonName by, Instant at) {}

  record LiftingView(
      String reason, PersonName askedBy, Instant askedAt, @Nullable LiftingDecisionView decision) {}

  record LiftingDecisionView(
      Hold.LiftingOutcome outcome, @Nullable String reason, PersonName by, Instant at) {}

  /// @param logIndex of the certificate; null until everything is gone and the log has it
  /// @param endedOn the day of the paper by which its case ended for good
  /// @param packages what was deleted: itself, then its copies
  record DeletedView(
      Instant at,
      @Nullable Long logIndex,
      CaseEnding.EndKind end,
      LocalDate endedOn,
      int keepDays,
      List<DeletedPackage> packages) {
    DeletedView {
      packages = List.copyOf(packages);
    }
  }

  /// @param logIndex of the seal
  record DeletedPackage(String name, long bytes, String sha256, long logIndex) {}

  /// A hold that waits for the reader, with the package that it is on.
  record WaitingHold(UUID requestId, String request, String extraction, HoldView hold) {}
}
