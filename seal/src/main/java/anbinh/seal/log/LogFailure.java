package anbinh.seal.log;

/// Says that the log on disk is damaged or can no longer be written; the message names the file and
/// what to do.
public final class LogFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Makes a failure with the sentence to show.
  public LogFailure(String message) {
    super(message);
  }

  /// Makes a failure with the sentence to show and what led to it.
  public LogFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
