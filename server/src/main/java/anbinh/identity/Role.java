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
  ADMINISTRATOR
}
