package anbinh.oversight.transparency;

import anbinh.audit.EventType;
import anbinh.seal.figures.FiguresCheck;

/// What the public page records.
enum PageEvent implements EventType {
  PUBLISHED(FiguresCheck.PUBLISHED);

  private final String code;

  PageEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
