package anbinh.cases.ending;

import anbinh.audit.EventType;

/// What is recorded of the ends of cases; the number of a paper and words stand in the erasable
/// details.
public enum EndingEvent implements EventType {
  /// Somebody who works on the case says that it is over for good.
  ASKED("case.ending-asked"),
  REFUSED("case.ending-refused"),
  /// A second person confirmed it: the clock of its packages counts.
  CONFIRMED("case.ending-confirmed"),
  UNDOING_ASKED("case.ending-undoing-asked"),
  UNDOING_REFUSED("case.ending-undoing-refused"),
  /// The case is not over after all: the clock stands still.
  UNDONE("case.ending-undone"),
  LISTED("case.endings-listed");

  private final String code;

  EndingEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
