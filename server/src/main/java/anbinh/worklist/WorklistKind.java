package anbinh.worklist;

/// What somebody is to do. Each kind is kept by one feature and done at one place of the console.
public enum WorklistKind {
  /// Cameras that should record and do not.
  CAMERA_NOT_RECORDING,
  WANTED_VEHICLE_ALERT,
  /// A span of footage that a duty officer referred to oneself.
  FOOTAGE_REFERRAL,
  WANTED_VEHICLE_DECISION,
  REQUEST_DECISION,
  /// A package that one asked for and did not fetch yet.
  PACKAGE_READY,
  /// A package that was handed over to oneself and not received yet.
  PACKAGE_HANDOVER,
  HOLD_REVIEW,
  HOLD_LIFTING,
  COPY_CONFIRMATION,
  CASE_CLOSURE_DECISION,
  PARTY_REOPENING_DECISION,
  EMERGENCY_REVIEW,
  /// News of a day, of which nothing is to be done: somebody opened the reports of one's communes.
  EMERGENCY_NOTICE,
  FINDING,
  SAMPLED_ACCESS,
  DATA_REQUEST,
  ROLE_GRANT,
  /// A report of somebody who is in danger now, which nobody received.
  SITUATION_DANGER,
  SITUATION_RECEIPT,
  /// A report that one received, and has not ended.
  SITUATION_FOLLOW_UP,
  /// A written report that none of the officers above read for whom it was written.
  SITUATION_WRITTEN_REPORT,
  MEDIATION,
  MEDIATION_TEAM_DECISION,
  MEDIATOR_RELEASE,
  /// A measure that one keeps and of which a task is due within a week.
  MEASURE_DUE,
  /// A measure, or a paper that moves its end, which the chair confirms or refuses.
  MEASURE_DECISION,
  MEASURE_OPENING,
  TEAM_DECISION,
  PAY_SHEET_DECISION,
  STANDARD_ASSESSMENT,
  /// A proposal about a programme, the consent to one, or an assessment to be confirmed.
  PROGRAMME_DECISION,
  PROGRAMME_ASSESSMENT,
  CAMPAIGN_DECISION,
  PERIOD_REPORT;

  /// Whether somebody is in danger as long as nobody does it.
  public boolean isDanger() {
    return this == SITUATION_DANGER;
  }

  /// Whether it only comes by an act of whoever then has it.
  public boolean isBegunByOneself() {
    return this == SITUATION_FOLLOW_UP;
  }

  /// Whether it does not wait until morning: every one of them is overdue at once.
  public boolean isUrgent() {
    return this == SITUATION_DANGER || this == CAMERA_NOT_RECORDING || this == WANTED_VEHICLE_ALERT;
  }
}
