package anbinh.audit;

import anbinh.seal.log.EventName;

/// What audit itself records.
public enum AuditEvent implements EventType {
  LOG_READ(EventName.LOG_READ),
  WITNESS_CONTRADICTS(EventName.WITNESS_CONTRADICTS);

  private final String code;

  AuditEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
