package anbinh.media.rtsp;

import anbinh.media.StreamState;

/// Ends a connection, with the cause and the line for a technician that [StreamState.Down] carries.
/// Has no stack trace: it tells of the other side, not of this program.
public final class StreamFailedException extends Exception {
  private final StreamState.Cause cause;

  public StreamFailedException(StreamState.Cause cause, String detail) {
    super(detail, null, false, false);
    this.cause = cause;
  }

  public StreamState.Cause streamCause() {
    return cause;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
