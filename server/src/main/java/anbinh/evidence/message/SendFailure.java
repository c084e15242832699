package anbinh.evidence.message;

/// A message was not taken. The text is one English line for whoever looks after the server,
/// without address, link or anything else of the message.
final class SendFailure extends Exception {
  private final Failure failure;

  SendFailure(Failure failure, String text) {
    super(text);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
