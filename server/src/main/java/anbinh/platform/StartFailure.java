package anbinh.platform;

/// Why the server cannot start, for whoever starts it; shown without a stack.
public final class StartFailure extends RuntimeException {
  private final String mend;

  /// @param message what is wrong
  /// @param mend what to do about it
  public StartFailure(String message, String mend) {
    super(message);
    this.mend = mend;
  }

  public StartFailure(String message, String mend, Throwable cause) {
    super(message, cause);
    this.mend = mend;
  }

  public String mend() {
    return mend;
  }
}
