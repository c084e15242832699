package anbinh.notification.channel;

/// What a message says.
enum MessageKind {
  /// Something waits.
  WAITING,
  /// Something urgent waits. It is sent at any hour.
  URGENT,
  /// That messages arrive here, to who asked for it.
  TEST,
  /// The code by which an address is confirmed.
  CODE
}
