package anbinh.evidence.message;

/// Hands letters over to who delivers them. Safe for many threads.
interface Sender {
  void send(Letter letter) throws SendFailure, InterruptedException;
}
