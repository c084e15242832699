package anbinh.platform;

/// Why the server cannot start, for whoever starts it; shown without a stack.
public final class StartFailure extends RuntimeException {
  private final String remedy;

  /// @param message what is wrong
  /// @param remedy what to do about it
  public StartFailure(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public StartFailure(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
