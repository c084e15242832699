package anbinh.mediation.dispute;

import anbinh.identity.PersonName;
import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mediation as lists show it: never who the parties are. Whoever is only to know that it exists
/// gets null for what is between `nextOn` and `closedAt`.
///
/// @param nextOn the last day for what comes next; null where there is none
/// @param entry its number in the book of the village
/// @param startLate whether it began after the three days
record MediationView(
    UUID id,
    String code,
    UUID villageId,
    String villageName,
    @Nullable String otherVillageName,
    MediationState state,
    LocalDate receivedOn,
    NextStep.Action next,
    NextStep.Urgency urgency,
    @Nullable LocalDate nextOn,
    @Nullable String initials,
    @Nullable DisputeKind kind,
    @Nullable Basis basis,
    @Nullable String mediator,
    @Nullable Integer entry,
    @Nullable LocalDate startBy,
    @Nullable Boolean startAgreed,
    @Nullable LocalDate startedOn,
    @Nullable Boolean startLate,
    @Nullable Integer sessions,
    @Nullable MediationOutcome outcome,
    @Nullable Boolean kept,
    @Nullable Instant closedAt,
    @Nullable Instant erasedAt) {

  /// A mediation by itself, still without its content.
  ///
  /// @param guarded whether it is hidden from others
  /// @param review whose look it waits for; null for none, and for who is not told
  /// @param readsContent whether the reader may open its content
  record MediationDetails(
      MediationView mediation,
      boolean guarded,
      Mediation.@Nullable Reviewer review,
      boolean readsContent,
      PersonName receivedBy,
      List<MediationAction> actions,
      List<MediationStep> steps) {
    MediationDetails {
      actions = List.copyOf(actions);
      steps = List.copyOf(steps);
    }
  }

  record MediationStep(Instant at, MediationEvent what, PersonName by) {}

  /// What the reader may do with it now.
  enum MediationAction {
    CHECK,
    REVIEW,
    TAKE_BACK,
    EXCLUDE,
    ASSIGN,
    ACCEPT,
    AGREE_START,
    HOLD,
    AGREE,
    FAIL,
    STOP,
    ESCALATE,
    FOLLOW_UP,
    CORRECT,
    PRINT
  }

  /// A mediator whom it may be assigned to, or not; why not is not said, since it would say who the
  /// parties are.
  record MediatorChoice(UUID id, String name, boolean leader, boolean free) {}
}
