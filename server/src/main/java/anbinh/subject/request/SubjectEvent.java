package anbinh.subject.request;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of requests: never who asked, nor what they said.
enum SubjectEvent implements EventType {
  RECEIVED("data-request.received"),
  LISTED("data-request.listed"),
  READ("data-request.read"),
  /// Somebody else does it from now on.
  TAKEN_OVER("data-request.taken-over"),
  ANSWERED("data-request.answered"),
  EXTENDED("data-request.extended"),
  ENDED("data-request.ended"),
  /// The certificate of deletion.
  ERASED("data-request.erased"),
  DAY_LISTED("working-day.listed"),
  DAY_REMOVED("working-day.removed");

  private final String code;

  SubjectEvent(String code) {
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
