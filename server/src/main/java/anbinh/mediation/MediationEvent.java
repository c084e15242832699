package anbinh.mediation;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of mediation: never who the parties are, what it is about, nor why something
/// was referred.
public enum MediationEvent implements EventType {
  /// A list of teams that the chair had recognised on paper.
  TEAMS_IMPORTED("mediation-team.imported"),
  TEAM_PROPOSED("mediation-team.proposed"),
  MEDIATOR_PROPOSED("mediation-team.mediator-proposed"),
  /// That minorities who live there are represented, or that they are not.
  REPRESENTATION_NOTED("mediation-team.representation-noted"),
  TEAM_RECOGNISED("mediation-team.recognised"),
  PROPOSAL_REFUSED("mediation-team.proposal-refused"),
  LEADER_RECOGNISED("mediation-team.leader-recognised"),
  /// A mediator's account, which opens what is assigned to them.
  ACCOUNT_BOUND("mediation-team.account-bound"),
  MEDIATOR_ENDED("mediation-team.mediator-ended"),
  /// That somebody is to be a mediator no more waits for the chair.
  RELEASE_REQUESTED("mediation-team.release-requested"),
  RELEASE_REFUSED("mediation-team.release-refused"),
  /// What a mediator gets for a mediation.
  FEE_SET("mediation-fee.set"),
  FEES_READ("mediation-fee.read"),
  /// The yearly review.
  TEAM_REVIEWED("mediation-team.reviewed"),
  RECEIVED("mediation.received"),
  /// An entry of a book on paper.
  TAKEN_FROM_BOOK("mediation.taken-from-book"),
  LISTED("mediation.listed"),
  READ("mediation.read"),
  /// Asked again whether it may be mediated, and it may.
  SCOPE_CONFIRMED("mediation.scope-confirmed"),
  REFERRED("mediation.referred"),
  /// Another person is to look at it before it goes on: why is not said.
  REVIEW_ASKED("mediation.review-asked"),
  REVIEWED("mediation.reviewed"),
  REFERRAL_TAKEN_BACK("mediation.referral-taken-back"),
  /// Who may mediate it, which tells who may not.
  MEDIATORS_LISTED("mediation.mediators-listed"),
  MEDIATOR_EXCLUDED("mediation.mediator-excluded"),
  ASSIGNED("mediation.assigned"),
  /// With the declaration to have no interest in it.
  ACCEPTED("mediation.accepted"),
  START_AGREED("mediation.start-agreed"),
  SESSION_HELD("mediation.session-held"),
  AGREED("mediation.agreed"),
  NOT_AGREED("mediation.not-agreed"),
  STOPPED("mediation.stopped"),
  ESCALATED("mediation.escalated"),
  FOLLOWED_UP("mediation.followed-up"),
  CLOSED("mediation.closed"),
  CORRECTED("mediation.corrected"),
  RECORD_PRINTED("mediation.record-printed"),
  BOOK_PRINTED("mediation.book-printed"),
  /// The certificate of deletion.
  ERASED("mediation.erased");

  private final String code;

  MediationEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return Disclosure.COUNT;
  }

  @Override
  public String code() {
    return code;
  }
}
