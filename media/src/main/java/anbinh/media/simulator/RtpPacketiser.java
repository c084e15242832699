package anbinh.media.simulator;

import anbinh.media.Codec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Splits pictures into RTP payloads: short NAL units that follow one another go into one
/// aggregation packet, long ones into fragments (RFC 6184 §5.7, §5.8; RFC 7798 §4.4.2, §4.4.3).
final class RtpPacketiser {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;
  private static final int AGGREGATION = 48;
  private static final int FRAGMENTATION = 49;

  private final Codec codec;
  private final int maximumBytes;

  /// @param maximumBytes the longest payload
  RtpPacketiser(Codec codec, int maximumBytes) {
    this.codec = codec;
    this.maximumBytes = maximumBytes;
  }

  /// The payloads of one picture, in order.
  List<RtpPayload> packetise(Picture picture) {
    List<RtpPayload> payloads = new ArrayList<>();
    List<ByteBuffer> shortOnes = new ArrayList<>();
    int together = headerBytes();
    for (ByteBuffer nal : NalUnits.list(picture.nalUnits())) {
      int more = 2 + nal.remaining();
      if (together + more > maximumBytes) {
        flush(shortOnes, payloads);
        together = headerBytes();
      }
      if (together + more <= maximumBytes) {
        shortOnes.add(nal);
        together += more;
      } else if (nal.remaining() <= maximumBytes) {
        payloads.add(new RtpPayload(nal, true));
      } else {
        fragment(nal, payloads);
      }
    }
    flush(shortOnes, payloads);
    return payloads;
  }

  private int headerBytes() {
    return switch (codec) {
      case H264 -> 1;
      case H265 -> 2;
    };
  }

  private void flush(List<ByteBuffer> shortOnes, List<RtpPayload> payloads) {
    if (shortOnes.size() == 1) {
      payloads.add(new RtpPayload(shortOnes.getFirst(), true));
    } else if (!shortOnes.isEmpty()) {
      payloads.add(new RtpPayload(aggregate(shortOnes), true));
    }
    shortOnes.clear();
  }

  private ByteBuffer aggregate(List<ByteBuffer> nals) {
    int length = headerBytes() + nals.stream().mapToInt(nal -> 2 + nal.remaining()).sum();
    ByteBuffer payload = ByteBuffer.allocate(length);
    ByteBuffer first = nals.getFirst();
    switch (codec) {
      case H264 -> payload.put((byte) ((first.get(0) & 0x60) | STAP_A));
      case H265 -> payload.put((byte) ((first.get(0) & 0x81) | AGGREGATION << 1)).put(first.get(1));
    }
    for (ByteBuffer nal : nals) {
      payload.putShort((short) nal.remaining()).put(nal.duplicate());
    }
    return payload.flip();
  }

  private void fragment(ByteBuffer nal, List<RtpPayload> payloads) {
    int step = maximumBytes - headerBytes() - 1;
    for (int at = headerBytes(); at < nal.limit(); at += step) {
      int length = Math.min(step, nal.limit() - at);
      boolean last = at + length == nal.limit();
      int flags = (at == headerBytes() ? 0x80 : 0) | (last ? 0x40 : 0);
      ByteBuffer payload = ByteBuffer.allocate(headerBytes() + 1 + length);
      int header = nal.get(0);
      switch (codec) {
        case H264 ->
            payload.put((byte) ((header & 0xE0) | FU_A)).put((byte) (flags | (header & 0x1F)));
        case H265 ->
            payload
                .put((byte) ((header & 0x81) | FRAGMENTATION << 1))
                .put(nal.get(1))
                .put((byte) (flags | (header >> 1 & 0x3F)));
      }
      payload.put(nal.slice(at, length)).flip();
      payloads.add(new RtpPayload(payload, last));
    }
  }
}
