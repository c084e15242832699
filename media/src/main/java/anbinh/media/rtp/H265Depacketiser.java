package anbinh.media.rtp;

import java.nio.ByteBuffer;

/// RTP payloads of H.265 without decoding order numbers (RFC 7798 §4.4): single NAL units,
/// aggregation packets and fragmentation units. PACI packets are not in use; types above them are
/// undefined and passed over.
final class H265Depacketiser implements Depacketiser {
  private static final int AGGREGATE = 48;
  private static final int FRAGMENT = 49;
  private static final int PACI = 50;

  private final AccessUnitAssembler assembler;

  H265Depacketiser(AccessUnitAssembler assembler) {
    this.assembler = assembler;
  }

  @Override
  public boolean accept(RtpPacket packet) {
    ByteBuffer payload = packet.payload();
    if (payload.remaining() < 2) {
      return false;
    }
    int code = StartCode.lengthAt(payload, 0);
    if (code > 0) {
      return assembler.wholeNal(packet.timestamp(), payload.slice(code, payload.limit() - code));
    }
    int type = payload.get(0) >> 1 & 0x3F;
    if (type < AGGREGATE) {
      return assembler.wholeNal(packet.timestamp(), payload);
    }
    return switch (type) {
      case AGGREGATE -> acceptAggregate(packet.timestamp(), payload);
      case FRAGMENT -> acceptFragment(packet.timestamp(), payload);
      default -> type > PACI;
    };
  }

  @Override
  public String describe(RtpPacket packet) {
    ByteBuffer payload = packet.payload();
    return payload.hasRemaining() && (payload.get(0) >> 1 & 0x3F) == PACI
        ? "RTP payloads with extensions (PACI); turn them off in the camera"
        : UNKNOWN;
  }

  private boolean acceptAggregate(int timestamp, ByteBuffer payload) {
    int at = 2;
    while (payload.limit() - at >= 2) {
      int length = payload.getShort(at) & 0xFFFF;
      at += 2;
      if (length < 2
          || length > payload.limit() - at
          || !assembler.wholeNal(timestamp, payload.slice(at, length))) {
        return false;
      }
      at += length;
    }
    return at == payload.limit() && at > 2;
  }

  private boolean acceptFragment(int timestamp, ByteBuffer payload) {
    if (payload.limit() < 3) {
      return false;
    }
    int header = payload.get(2);
    boolean start = (header & 0x80) != 0;
    boolean end = (header & 0x40) != 0;
    ByteBuffer fragment = payload.position(3);
    boolean taken;
    if (start) {
      int firstByte = (payload.get(0) & 0x81) | (header & 0x3F) << 1;
      taken = assembler.openNal(timestamp, (byte) firstByte, payload.get(1), fragment);
    } else {
      taken = assembler.continueNal(fragment);
    }
    return taken && (!end || assembler.closeNal());
  }
}
