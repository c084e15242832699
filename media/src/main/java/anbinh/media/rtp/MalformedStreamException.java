package anbinh.media.rtp;

/// A stream that has brought nothing readable for too long. Carries no stack trace.
public final class MalformedStreamException extends Exception {
  public MalformedStreamException(String message) {
    super(message, null, false, false);
  }
}
