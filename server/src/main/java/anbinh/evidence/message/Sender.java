package anbinh.evidence.message;

import anbinh.platform.message.SendFailure;

/// Hands letters over to who delivers them. Safe for many threads.
interface Sender {
  void send(Letter letter) throws SendFailure, InterruptedException;
}
