package anbinh.notification.channel;

import anbinh.platform.message.SendFailure;

/// Hands messages over to who delivers them. Safe for many threads.
interface Sender {
  void send(Message message) throws SendFailure, InterruptedException;
}
