package anbinh.identity;

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
  ADMINISTRATOR
}
