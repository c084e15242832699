package anbinh.oversight.sample;

import anbinh.audit.EventType;

/// What the weekly sample records.
enum SampleEvent implements EventType {
  DRAWN("oversight.sample-drawn"),
  REVIEWED("oversight.look-reviewed"),
  LISTED("oversight.reviews-listed");

  private final String code;

  SampleEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
