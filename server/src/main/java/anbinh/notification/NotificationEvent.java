package anbinh.notification;

import anbinh.audit.Disclosure;
import anbinh.audit.EventType;

/// What is recorded of notifications: that somebody has an address of a channel, never which.
public enum NotificationEvent implements EventType {
  ADDRESS_ADDED("notification-address.added"),
  ADDRESS_CONFIRMED("notification-address.confirmed"),
  /// By its owner, by the channel that does not know it any more, or with the account.
  ADDRESS_REMOVED("notification-address.removed");

  private final String code;

  NotificationEvent(String code) {
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
