package anbinh.platform.message;

/// A message was not taken. The text is one English line for whoever looks after the server,
/// without address, link or anything else of the message.
public final class SendFailure extends Exception {
  private final Failure failure;

  public SendFailure(Failure failure, String text) {
    super(text);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
