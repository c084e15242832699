package anbinh.evidence.owner;

import anbinh.audit.EventType;

/// What is recorded of owners who are asked. Leaves hold no name, contact or secret, and nothing
/// that an owner wrote.
public enum OwnerEvent implements EventType {
  ASKED("owner.asked"),
  LINK_ISSUED("owner.link-issued"),
  LINK_REVOKED("owner.link-revoked"),
  /// The page behind a link was opened for the first time.
  SEEN("owner.page-seen"),
  REFUSED("owner.refused"),
  /// Nothing more can come of it: the fact `state` says why.
  ENDED("owner.ask-ended");

  private final String code;

  OwnerEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
