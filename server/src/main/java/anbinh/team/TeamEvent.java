package anbinh.team;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of teams: never who is in one.
public enum TeamEvent implements EventType {
  PROPOSED("team.proposed"),
  ESTABLISHED("team.established"),
  NOT_ESTABLISHED("team.not-established"),
  CHANGE_PROPOSED("team.change-proposed"),
  /// Planned strength or villages are others from a day on.
  CHANGED("team.changed"),
  NOT_CHANGED("team.not-changed"),
  DISSOLUTION_PROPOSED("team.dissolution-proposed"),
  DISSOLVED("team.dissolved"),
  NOT_DISSOLVED("team.not-dissolved"),
  /// A team was read with the names of its members.
  READ("team.read"),
  MEMBERS_PROPOSED("team.members-proposed"),
  MEMBERS_DECIDED("team.members-decided"),
  /// People who waited do so no more, although nobody decided about them.
  MEMBERS_CLOSED("team.members-closed"),
  /// All of one member was read, the number of the identity card among it.
  MEMBER_READ("team.member-read"),
  MEMBER_CHANGED("team.member-changed"),
  MEMBER_LEFT("team.member-left"),
  /// Those who left long ago: the certificate of deletion.
  MEMBERS_ERASED("team.members-erased"),
  /// Whom something concerns of age, health and residence was read by name.
  STANDING_READ("team.standing-read"),
  /// What is kept of somebody's residence, insurance and benefits was read.
  COVER_READ("team.cover-read"),
  RESIDENCE_NOTED("team.residence-noted"),
  INSURANCE_NOTED("team.insurance-noted"),
  BENEFIT_NOTED("team.benefit-noted"),
  LEAVING_TAKEN_BACK("team.leaving-taken-back"),
  /// What taking in a list would do was asked.
  LIST_CHECKED("team.list-checked"),
  IMPORTED("team.imported");

  private final String code;

  TeamEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return Disclosure.DAY;
  }

  @Override
  public String code() {
    return code;
  }
}
