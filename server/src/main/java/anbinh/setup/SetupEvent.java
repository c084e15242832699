package anbinh.setup;

import anbinh.audit.EventType;

/// What an administrator says of a step, which the state of the installation cannot say.
enum SetupEvent implements EventType {
  STEP_SKIPPED("setup.step-skipped"),
  STEP_RESUMED("setup.step-resumed");

  private final String code;

  SetupEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
