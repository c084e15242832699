package anbinh.media.rtp;

import java.nio.ByteBuffer;

/// Builds RTP packets for tests, numbering them on.
final class RtpPackets {
  static final int PAYLOAD_TYPE = 96;
  int sequence;
  int source = 0x1234_5678;

  ByteBuffer packet(int timestamp, boolean marker, byte... payload) {
    return packet(timestamp, marker, ByteBuffer.wrap(payload));
  }

  ByteBuffer packet(int timestamp, boolean marker, ByteBuffer payload) {
    ByteBuffer packet = ByteBuffer.allocate(12 + payload.remaining());
    packet.put((byte) 0x80).put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)));
    packet.putShort((short) sequence++).putInt(timestamp).putInt(source);
    return packet.put(payload.duplicate()).flip();
  }
}
