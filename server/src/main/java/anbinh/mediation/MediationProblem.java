package anbinh.mediation;

import anbinh.platform.ProblemCode;
import anbinh.platform.ProblemKind;

/// What can go wrong with mediations and those who mediate.
public enum MediationProblem implements ProblemCode {
  NO_SUCH_MEDIATION_TEAM(ProblemKind.NOT_FOUND),
  NO_SUCH_MEDIATOR(ProblemKind.NOT_FOUND),
  /// A village has one team.
  MEDIATION_TEAM_EXISTS(ProblemKind.CONFLICT),
  /// Nothing of the team waits for a decision.
  NOTHING_PROPOSED(ProblemKind.CONFLICT),
  /// Too few, no woman, not one leader, or a minority that is not represented (article 12).
  MEDIATION_TEAM_INCOMPLETE(ProblemKind.CONFLICT),
  /// The chair recognises whom somebody else proposed.
  OWN_PROPOSAL(ProblemKind.FORBIDDEN),
  /// Nobody asked for it (article 11.2).
  NO_RELEASE(ProblemKind.CONFLICT),
  RELEASE_WAITS(ProblemKind.CONFLICT),
  /// At somebody's own wish they ask for it themselves; else who leads the team, the Front or the
  /// village's head.
  NOT_YOUR_RELEASE(ProblemKind.FORBIDDEN),
  /// A year has one review.
  REVIEW_THERE(ProblemKind.CONFLICT),
  NO_SUCH_MEDIATION(ProblemKind.NOT_FOUND),
  /// Its content is open to who mediates it, who received it and, once referred, to the officer.
  NOT_YOUR_MEDIATION(ProblemKind.FORBIDDEN),
  /// It is not at the step that this needs.
  MEDIATION_ELSEWHERE(ProblemKind.CONFLICT),
  /// Referred for violence in a family or for a child: it stays so.
  REFERRAL_STAYS(ProblemKind.CONFLICT),
  /// Whoever referred it does not take that back.
  OWN_REFERRAL(ProblemKind.FORBIDDEN),
  /// Another person looks than who wrote it, and none whose name a party bears.
  OWN_REVIEW(ProblemKind.FORBIDDEN),
  /// Has, or may have, an interest in it (articles 10.3 and 18.2).
  MEDIATOR_INTERESTED(ProblemKind.CONFLICT),
  MEDIATION_ERASED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  MediationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
