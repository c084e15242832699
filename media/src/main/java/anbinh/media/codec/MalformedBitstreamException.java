package anbinh.media.codec;

/// Bytes that are not what H.264 or H.265 prescribes. Carries no stack trace: cameras send such
/// bytes often and the message says all there is.
public final class MalformedBitstreamException extends Exception {
  public MalformedBitstreamException(String message) {
    super(message, null, false, false);
  }
}
