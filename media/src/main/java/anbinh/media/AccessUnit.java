package anbinh.media;

import java.nio.ByteBuffer;
import java.time.Instant;

/// One coded picture as the camera sent it: every NAL unit byte for byte, each preceded by its
/// length in four bytes (ISO/IEC 14496-15), parameter sets and SEI included.
///
/// @param payload position 0; its bytes are the sender's again after the call that gives it, so
///   whoever keeps the unit keeps a [#copy]. Nobody changes its bytes, position or limit. Backed by
///   an array, which can be hashed and copied without a detour
/// @param pts90k presentation time: the RTP timestamp at 90 kHz, extended beyond 32 bits, on the
///   camera's own clock with an arbitrary origin that holds until the next [StreamState.Connecting]
/// @param key whether decoding can start here (H.264 IDR; H.265 IRAP)
/// @param receivedNanos [System#nanoTime] when its last packet was read from the socket
/// @param receivedAt the recorder's wall clock at the same moment
public record AccessUnit(
    ByteBuffer payload, long pts90k, boolean key, long receivedNanos, Instant receivedAt) {

  /// The same with a payload of its own, which lasts.
  public AccessUnit copy() {
    ByteBuffer own = ByteBuffer.allocate(payload.remaining()).put(payload.duplicate()).flip();
    return new AccessUnit(own, pts90k, key, receivedNanos, receivedAt);
  }
}
