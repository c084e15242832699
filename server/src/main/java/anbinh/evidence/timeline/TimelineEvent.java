package anbinh.evidence.timeline;

import anbinh.audit.EventType;

/// What time lines record.
enum TimelineEvent implements EventType {
  READ("case.time-line-read");

  private final String code;

  TimelineEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
