package anbinh.identity;

/// What a person may do; a person may hold several.
public enum Role {
  DUTY_OFFICER,
  INVESTIGATOR,
  APPROVER,
  AUDITOR,
  ADMINISTRATOR
}
