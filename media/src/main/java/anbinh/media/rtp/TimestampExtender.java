package anbinh.media.rtp;

/// Extends 32-bit RTP timestamps to 64 bits. Each is taken as the nearest to the one before it, so
/// that wrapping continues the count and a jump of the camera's clock, either way, stays visible as
/// a jump. For one thread.
final class TimestampExtender {
  private boolean started;
  private long last;

  /// The extended value of the next timestamp of the stream.
  long next(int timestamp) {
    last = nearest(timestamp);
    started = true;
    return last;
  }

  /// The extended value of a timestamp told beside the stream, as in a sender report; the count is
  /// not moved.
  long nearest(int timestamp) {
    return started ? last + (timestamp - (int) last) : Integer.toUnsignedLong(timestamp);
  }
}
