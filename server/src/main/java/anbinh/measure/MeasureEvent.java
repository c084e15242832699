package anbinh.measure;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of legal measures: never of whom they are, of what kind, nor until when.
public enum MeasureEvent implements EventType {
  RECORDED("measure.recorded"),
  LISTED("measure.listed"),
  READ("measure.read"),
  CONFIRMED("measure.confirmed"),
  /// Not confirmed: what was recorded is erased.
  REFUSED("measure.refused"),
  /// Another paper changed it; by nobody where the chair did not object in time.
  CHANGED("measure.changed"),
  /// A paper that ends it earlier waits for the chair.
  CHANGE_ASKED("measure.change-asked"),
  CHANGE_REFUSED("measure.change-refused"),
  /// The keeper took back a paper that waited.
  CHANGE_WITHDRAWN("measure.change-withdrawn"),
  EXTENSION_ASKED("measure.extension-asked"),
  EXTENDED("measure.extended"),
  EXTENSION_REFUSED("measure.extension-refused"),
  /// Nobody answered it in time.
  EXTENSION_LAPSED("measure.extension-lapsed"),
  HELPER_ASSIGNED("measure.helper-assigned"),
  HELPER_ENDED("measure.helper-ended"),
  TASK_SET("measure.task-set"),
  TASK_DONE("measure.task-done"),
  HANDED_OVER("measure.handed-over"),
  OPENING_ASKED("measure.opening-asked"),
  OPENING_SIGNED("measure.opening-signed"),
  OPENING_REFUSED("measure.opening-refused"),
  OPENINGS_LISTED("measure.openings-listed"),
  /// A sealed one, within the hour.
  SEALED_READ("measure.sealed-read"),
  /// The certificate of deletion of what was erased within a month, of no measure by itself. That
  /// one was sealed or lapsed is no entry: its time would be the end date, and a minor's, erased at
  /// once, would stand out.
  ERASED("measure.erased"),
  RULE_ADDED("measure-rule.added");

  private final String code;

  MeasureEvent(String code) {
    this.code = code;
  }

  @Override
  public Disclosure disclosure() {
    return Disclosure.COUNT;
  }

  @Override
  public String code() {
    return code;
  }
}
