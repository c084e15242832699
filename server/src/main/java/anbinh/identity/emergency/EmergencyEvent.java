package anbinh.identity.emergency;

import anbinh.audit.EventType;

/// What is recorded of emergency accesses; the looks under them are the entries of what was seen.
enum EmergencyEvent implements EventType {
  OPENED("emergency.opened"),
  /// Its holder ended it before its time.
  ENDED("emergency.ended"),
  REVIEWED("emergency.reviewed"),
  /// Nobody reviewed it in time.
  OVERDUE("emergency.review-overdue"),
  LISTED("emergency.listed"),
  /// Who answers for a commune looked at who opened its reports.
  TOLD("emergency.told"),
  VIEWED("emergency.viewed");

  private final String code;

  EmergencyEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
