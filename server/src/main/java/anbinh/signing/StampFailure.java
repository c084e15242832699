package anbinh.signing;

/// An authority gave no stamp, or none that counts. The message is one English line for whoever
/// looks after the server.
public final class StampFailure extends Exception {
  StampFailure(String message) {
    super(message);
  }

  StampFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
