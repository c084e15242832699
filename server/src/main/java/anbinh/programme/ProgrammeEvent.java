package anbinh.programme;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of programmes: which act, and no words of it.
public enum ProgrammeEvent implements EventType {
  KIND_ADDED("programme-kind.added"),
  KIND_REVISED("programme-kind.revised"),
  PROPOSED("programme.proposed"),
  /// Its text was written anew: what waits is another one, or a change waits.
  REVISED("programme.revised"),
  /// A rest, its resumption or the end waits for a decision.
  ACT_PROPOSED("programme.act-proposed"),
  /// A commune in which a part of it lies consented.
  CONSENTED("programme.consented"),
  LAUNCHED("programme.launched"),
  CHANGED("programme.changed"),
  /// Its launch was on another day.
  LAUNCH_DAY_CORRECTED("programme.launch-day-corrected"),
  RESTED("programme.rested"),
  RESUMED("programme.resumed"),
  ENDED("programme.ended"),
  ACT_REFUSED("programme.act-refused"),
  ACTIVITY_ADDED("programme.activity-added"),
  ACTIVITY_CORRECTED("programme.activity-corrected"),
  ASSESSED("programme.assessed"),
  ASSESSMENT_CONFIRMED("programme.assessment-confirmed"),
  ASSESSMENT_RETURNED("programme.assessment-returned"),
  /// A list of programmes that had been decided on paper.
  IMPORTED("programme.imported"),
  /// It was proposed in other areas.
  COPIED("programme.copied"),
  INDICATORS_ENTERED("programme-indicators.entered");

  private final String code;

  ProgrammeEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return Disclosure.DAY;
  }

  @Override
  public String code() {
    return code;
  }
}
