package anbinh.evidence.request.lifecycle;

/// Why an act on a request is not possible.
public enum Denial {
  /// Nobody decides one's own request.
  OWN_REQUEST,
  /// Nobody ratifies what they marked urgent.
  OWN_URGENCY,
  /// Only the requester may do this.
  NOT_THE_REQUESTER,
  /// It was decided, cancelled or has expired before.
  ALREADY_DECIDED,
  /// More, or something else, than was asked for would be granted.
  MORE_THAN_ASKED,
  /// An approval of less that grants all, or an approval that grants less.
  NOT_LESS,
  /// The time for a decision has not run out yet.
  NOT_DUE,
  /// The act belongs to another state.
  WRONG_STATE
}
