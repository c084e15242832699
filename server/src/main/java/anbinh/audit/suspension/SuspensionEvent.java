package anbinh.audit.suspension;

import anbinh.audit.EventType;
import anbinh.seal.log.EventName;

/// What is recorded of a log that goes on although it failed its check.
public enum SuspensionEvent implements EventType {
  PROPOSED(EventName.RESUMPTION_PROPOSED),
  RESUMED(EventName.RESUMED);

  private final String code;

  SuspensionEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
