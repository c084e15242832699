package anbinh.media.rtsp;

import anbinh.media.StreamState;
import java.time.Duration;

/// Ends a connection, with the cause and the line for a technician that [StreamState.Down] carries.
/// Has no stack trace: it tells of the other side, not of this program.
public final class StreamFailedException extends Exception {
  private final StreamState.Cause cause;
  private final Duration notBefore;

  public StreamFailedException(StreamState.Cause cause, String detail) {
    this(cause, detail, Duration.ZERO);
  }

  /// @param notBefore how long the camera asks to be left alone
  public StreamFailedException(StreamState.Cause cause, String detail, Duration notBefore) {
    super(detail, null, false, false);
    this.cause = cause;
    this.notBefore = notBefore;
  }

  public StreamState.Cause streamCause() {
    return cause;
  }

  /// How long the camera asks to be left alone; zero when it does not.
  public Duration notBefore() {
    return notBefore;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
