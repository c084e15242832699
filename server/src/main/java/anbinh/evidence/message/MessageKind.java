package anbinh.evidence.message;

/// What a message is about.
public enum MessageKind {
  /// A new link.
  LINK,
  /// The owner's recorder will soon have overwritten what is asked for.
  FOOTAGE_ENDING,
  /// The time to answer will soon be over.
  LINK_ENDING
}
