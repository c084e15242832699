package anbinh.video;

/// A video could not be made.
public final class TranscodingFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Cause why;

  /// Why there is no video, for people.
  public enum Cause {
    /// libav cannot read it.
    UNREADABLE,
    /// It took more than the time for it.
    TOO_LONG,
    /// It took more than the memory for it.
    TOO_LARGE,
    /// The server stopped meanwhile; it is tried again.
    STOPPED
  }

  TranscodingFailure(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
