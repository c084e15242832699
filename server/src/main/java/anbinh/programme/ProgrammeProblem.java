package anbinh.programme;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with programmes.
public enum ProgrammeProblem implements ProblemCode {
  NO_SUCH_PROGRAMME(ProblemKind.NOT_FOUND),
  NO_SUCH_PROGRAMME_KIND(ProblemKind.NOT_FOUND),
  NO_SUCH_ACTIVITY(ProblemKind.NOT_FOUND),
  NO_SUCH_PROGRAMME_ASSESSMENT(ProblemKind.NOT_FOUND),
  /// Nothing of this programme waits for a decision.
  NO_PROGRAMME_PROPOSAL(ProblemKind.NOT_FOUND),
  /// Something of this programme waits for a decision already.
  PROGRAMME_PROPOSAL_PENDING(ProblemKind.CONFLICT),
  /// What waits, or what holds, is another version than the one that was seen.
  PROGRAMME_OTHER_VERSION(ProblemKind.CONFLICT),
  /// A commune in which a part of it lies has not consented.
  PROGRAMME_CONSENT_MISSING(ProblemKind.CONFLICT),
  /// The state that it is in does not allow it.
  PROGRAMME_STATE(ProblemKind.CONFLICT),
  /// Somebody revised the kind meanwhile.
  PROGRAMME_KIND_REVISED(ProblemKind.CONFLICT),
  /// Kinds that come with the system are not revised.
  PROGRAMME_KIND_BUILT_IN(ProblemKind.CONFLICT),
  /// Somebody corrected the activity meanwhile.
  ACTIVITY_CORRECTED(ProblemKind.CONFLICT),
  /// The year has an assessment that was confirmed, with the activities as they stood.
  ACTIVITY_ASSESSED(ProblemKind.CONFLICT),
  /// The year has an assessment that waits or was confirmed.
  PROGRAMME_YEAR_ASSESSED(ProblemKind.CONFLICT),
  /// Somebody decided about the assessment already.
  PROGRAMME_ASSESSMENT_DECIDED(ProblemKind.CONFLICT),
  /// Who decides wrote or proposed it, or bears the name of who did.
  OWN_PROGRAMME_PROPOSAL(ProblemKind.FORBIDDEN),
  /// Who confirms assessed, or bears the name of who did.
  OWN_PROGRAMME_ASSESSMENT(ProblemKind.FORBIDDEN),
  /// Neither who took it down nor the officer.
  NOT_YOUR_ACTIVITY(ProblemKind.FORBIDDEN);

  private final ProblemKind kind;

  ProgrammeProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
