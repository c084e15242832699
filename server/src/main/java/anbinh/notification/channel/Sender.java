package anbinh.notification.channel;

import anbinh.platform.message.SendFailure;

/// Hands messages over to who delivers them. Safe for many threads.
interface Sender {
  /// @return whether the address is known; one that is not never will be again
  boolean send(Message message) throws SendFailure, InterruptedException;
}
