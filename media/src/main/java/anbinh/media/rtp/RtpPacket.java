package anbinh.media.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// An RTP packet (RFC 3550 §5.1).
///
/// @param sequence 16 bits, unsigned
/// @param timestamp 32 bits, to be read as unsigned
/// @param payload without header extension and padding; shares the bytes it was read from
public record RtpPacket(
    int payloadType, boolean marker, int sequence, int timestamp, int source, ByteBuffer payload) {

  public static final int HEADER_BYTES = 12;

  /// Reads what remains in `packet`; empty when that is not an RTP packet of version 2.
  public static Optional<RtpPacket> parse(ByteBuffer packet) {
    int start = packet.position();
    int end = packet.limit();
    if (end - start < HEADER_BYTES || (packet.get(start) & 0xC0) != 0x80) {
      return Optional.empty();
    }
    int first = packet.get(start);
    int second = packet.get(start + 1);
    int from = start + HEADER_BYTES + 4 * (first & 0x0F);
    if ((first & 0x10) != 0) {
      if (end - from < 4) {
        return Optional.empty();
      }
      from += 4 + 4 * (packet.getShort(from + 2) & 0xFFFF);
    }
    if ((first & 0x20) != 0) {
      int padding = packet.get(end - 1) & 0xFF;
      if (padding == 0) {
        return Optional.empty();
      }
      end -= padding;
    }
    if (from > end) {
      return Optional.empty();
    }
    return Optional.of(
        new RtpPacket(
            second & 0x7F,
            (second & 0x80) != 0,
            packet.getShort(start + 2) & 0xFFFF,
            packet.getInt(start + 4),
            packet.getInt(start + 8),
            packet.slice(from, end - from)));
  }
}
