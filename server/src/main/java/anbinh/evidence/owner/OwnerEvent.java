package anbinh.evidence.owner;

import anbinh.audit.EventType;

/// What is recorded of owners who are asked. Leaves hold no name, contact or secret, and nothing
/// that an owner wrote.
public enum OwnerEvent implements EventType {
  ASKED("owner.asked"),
  LINK_ISSUED("owner.link-issued"),
  LINK_REVOKED("owner.link-revoked"),
  /// A message to the owner is queued; the facts say of which kind and by which channel.
  MESSAGE_QUEUED("owner.message-queued"),
  /// The mail server or the gateway took the message.
  MESSAGE_SENT("owner.message-sent"),
  MESSAGE_FAILED("owner.message-failed"),
  /// It was not needed any more before it went out.
  MESSAGE_CANCELLED("owner.message-cancelled"),
  /// A sheet with the link was printed for the owner.
  SHEET_PRINTED("owner.sheet-printed"),
  /// The page behind a link was opened for the first time.
  SEEN("owner.page-seen"),
  CLOCK_STATED("owner.clock-stated"),
  /// The owner handed files over; the fact `files` has their hashes.
  GAVE("owner.gave"),
  REFUSED("owner.refused"),
  /// The owner took back what was given.
  WITHDREW("owner.withdrew"),
  /// Nothing more can come of it: the fact `state` says why.
  ENDED("owner.ask-ended"),
  FILE_BEGUN("owner.file-begun"),
  /// A file is here, is what it has to be, and can be given.
  FILE_ACCEPTED("owner.file-accepted"),
  FILE_REJECTED("owner.file-rejected"),
  /// Files that were not given, or taken back, are erased: how many, and the hashes of those that
  /// were whole.
  FILES_ERASED("owner.files-erased");

  private final String code;

  OwnerEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
