package anbinh.audit;

import anbinh.seal.log.LeafType;

/// What audit itself records.
enum AuditEvent implements EventType {
  LOG_READ(LeafType.LOG_READ),
  WITNESS_CONTRADICTS(LeafType.WITNESS_CONTRADICTS);

  private final String code;

  AuditEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
