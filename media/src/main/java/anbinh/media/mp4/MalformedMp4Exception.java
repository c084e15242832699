package anbinh.media.mp4;

/// Bytes that are not what this package writes; the message says what is wrong and where. The only
/// exception that reading malformed bytes can cause.
public final class MalformedMp4Exception extends RuntimeException {
  public MalformedMp4Exception(String message) {
    super(message);
  }
}
