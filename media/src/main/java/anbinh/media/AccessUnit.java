package anbinh.media;

import java.nio.ByteBuffer;
import java.time.Instant;

/// One coded picture as it came from the camera: every NAL unit byte for byte, each preceded by its
/// length in four bytes (ISO/IEC 14496-15), parameter sets and SEI included.
///
/// @param payload position 0; its bytes are the sender's again after the call that gives it, so
///   whoever keeps the unit keeps a [#copy]. Nobody changes its bytes, position or limit. Backed by
///   an array, which can be hashed and copied without a detour
/// @param pts90k presentation time: the RTP timestamp at 90 kHz, extended beyond 32 bits, on the
///   camera's own clock with an arbitrary origin that holds until the next [StreamState.Connecting]
/// @param key whether decoding can start here (H.264 IDR; H.265 IRAP)
/// @param damaged whether packets of it are missing, or of a picture that it may refer to: it was
///   kept as far as it came, and a decoder may show what was never there. Never with `key`
/// @param receivedNanos [System#nanoTime] when its last packet was read from the socket
/// @param receivedAt the recorder's wall clock at the same moment
public record AccessUnit(
    ByteBuffer payload,
    long pts90k,
    boolean key,
    boolean damaged,
    long receivedNanos,
    Instant receivedAt) {

  /// The same with a payload of its own, which lasts.
  public AccessUnit copy() {
    ByteBuffer own = ByteBuffer.allocate(payload.remaining()).put(payload.duplicate()).flip();
    return new AccessUnit(own, pts90k, key, damaged, receivedNanos, receivedAt);
  }

  /// The same at another time, with the same payload.
  public AccessUnit at(long otherPts90k) {
    return new AccessUnit(payload, otherPts90k, key, damaged, receivedNanos, receivedAt);
  }
}
