package anbinh.audit;

/// A kind of event; every feature has an enum of its own, so the list is closed.
///
/// The sentence for readers is `event.<code>` in the feature's messages; `{0}` is the object's
/// code.
public interface EventType {
  /// Words of small letters and dashes with dots between: `camera.changed`. Never changed once
  /// released: records hold it.
  String code();

  /// How closely its readers may place it in time, whoever did it.
  default Disclosure disclosure() {
    return Disclosure.EXACT;
  }

  /// Whether it happens all the time by itself, so that lists leave it out unless asked for it.
  default boolean routine() {
    return false;
  }
}
