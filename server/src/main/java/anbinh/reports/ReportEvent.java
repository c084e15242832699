package anbinh.reports;

import anbinh.audit.EventType;

/// What is recorded of reports: which unit and period, the SHA-256 of the figures, and no figure.
public enum ReportEvent implements EventType {
  EXPORTED("report-figures.exported"),
  OPENED("report-figures.opened"),
  SUBMITTED("report.submitted"),
  RETURNED("report.returned"),
  APPROVED("report.approved"),
  ACCEPTED("report.accepted"),
  LOCKED("report.locked"),
  REOPENED("report.reopened"),
  REMINDED("report.reminded"),
  CUSTOM_DEFINED("custom-indicator.defined"),
  CUSTOM_CHANGED("custom-indicator.changed"),
  CUSTOM_RETIRED("custom-indicator.retired");

  private final String code;

  ReportEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
