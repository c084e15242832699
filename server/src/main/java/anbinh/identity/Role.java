package anbinh.identity;

import java.util.EnumSet;
import java.util.Set;

/// What a person may do; a person may hold several.
public enum Role {
  DUTY_OFFICER,
  INVESTIGATOR,
  APPROVER,
  /// Grants what is above the ordinary caps too; only an approver can be one, so that each right of
  /// approvers stands in one place.
  SENIOR_APPROVER,
  AUDITOR,
  /// Somebody from outside who watches over the use of the system: reads what happened and how
  /// often, and neither names nor contents; holds no other role.
  OMBUDSMAN,
  ADMINISTRATOR,
  /// The police officer of a commune whose work the teams and the movement are: keeps the teams,
  /// receives what they report, refers it, and appraises for the yearly standard.
  COMMUNITY_OFFICER,
  /// Of a People's Committee: decides about teams and recognition, on what others propose.
  CHAIR,
  TEAM_LEADER,
  TEAM_MEMBER,
  MEDIATOR,
  /// Of a village or residential group: registers it for the yearly standard and assesses it.
  VILLAGE_HEAD,
  /// Of the Fatherland Front or one of its member organisations: programmes and campaigns.
  PARTNER,
  /// Sees the figures of an area and no names.
  ANALYST;

  private static final Set<Role> CONFIRMED =
      EnumSet.of(APPROVER, SENIOR_APPROVER, AUDITOR, OMBUDSMAN, ADMINISTRATOR, CHAIR);

  /// Whether it decides or supervises, and so is granted by one administrator and confirmed by
  /// another.
  public boolean isConfirmed() {
    return CONFIRMED.contains(this);
  }
}
