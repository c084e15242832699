package anbinh.oversight.page;

import anbinh.audit.EventType;

/// What the public page records.
enum PageEvent implements EventType {
  PUBLISHED("oversight.figures-published");

  private final String code;

  PageEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
