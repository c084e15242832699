package anbinh.oversight.finding;

import anbinh.audit.EventType;

/// What oversight records.
enum OversightEvent implements EventType {
  FINDING_OPENED("oversight.finding-opened"),
  FINDING_CLOSED("oversight.finding-closed"),
  FINDING_VIEWED("oversight.finding-viewed"),
  FINDINGS_LISTED("oversight.findings-listed");

  private final String code;

  OversightEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
