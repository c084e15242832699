package anbinh.evidence.figures;

import anbinh.audit.EventType;

/// What figures record.
enum FiguresEvent implements EventType {
  READ("figures.read");

  private final String code;

  FiguresEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
