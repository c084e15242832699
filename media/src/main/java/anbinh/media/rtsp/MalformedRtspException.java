package anbinh.media.rtsp;

/// Text that is not what RTSP or SDP prescribe. Carries no stack trace and never the text of an
/// authorisation.
public final class MalformedRtspException extends Exception {
  public MalformedRtspException(String message) {
    super(message, null, false, false);
  }
}
