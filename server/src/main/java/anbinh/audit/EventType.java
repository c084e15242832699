package anbinh.audit;

/// A kind of event; every feature has an enum of its own, so the list is closed.
///
/// The sentence for readers is `event.<code>` in the feature's messages; `{0}` is the object's
/// code.
public interface EventType {
  /// Small letters, digits, dots and dashes: `session.opened`. Never changed once released: leaves
  /// hold it.
  String code();
}
