package anbinh.notification;

/// A way by which messages leave the system.
public enum Channel {
  /// To a browser, by the push service of its maker.
  PUSH,
  EMAIL,
  /// Through the webhook of a gateway, as SMS or Zalo.
  TEXT
}
