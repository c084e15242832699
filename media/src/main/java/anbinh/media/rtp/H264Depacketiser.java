package anbinh.media.rtp;

import java.nio.ByteBuffer;

/// RTP payloads of H.264 in the non-interleaved mode (RFC 6184 §5.6, §5.7.1, §5.8): single NAL
/// units, STAP-A and FU-A.
final class H264Depacketiser implements Depacketiser {
  private static final int LAST_SINGLE = 23;
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  /// Types that RFC 6184 §5.2 leaves undefined and tells receivers to pass over.
  private static final int UNDEFINED = 30;

  private final AccessUnitAssembler assembler;

  H264Depacketiser(AccessUnitAssembler assembler) {
    this.assembler = assembler;
  }

  @Override
  public boolean accept(RtpPacket packet) {
    ByteBuffer payload = packet.payload();
    if (payload.remaining() < 1) {
      return false;
    }
    int type = payload.get(0) & 0x1F;
    if (type >= 1 && type <= LAST_SINGLE) {
      return assembler.wholeNal(packet.timestamp(), payload);
    }
    return switch (type) {
      case 0 -> acceptByteStream(packet.timestamp(), payload);
      case STAP_A -> acceptAggregate(packet.timestamp(), payload);
      case FU_A -> acceptFragment(packet.timestamp(), payload);
      default -> type >= UNDEFINED;
    };
  }

  @Override
  public String describe(RtpPacket packet) {
    ByteBuffer payload = packet.payload();
    int type = payload.hasRemaining() ? payload.get(0) & 0x1F : 0;
    return type > STAP_A && type != FU_A && type < UNDEFINED
        ? "RTP payloads in interleaved order (type "
            + type
            + "); choose packetization mode 1 in the camera"
        : UNKNOWN;
  }

  /// Some cameras put NAL units into packets together with their start codes (annex B). What else
  /// is of type 0 is undefined and passed over.
  private boolean acceptByteStream(int timestamp, ByteBuffer payload) {
    int code = StartCode.lengthAt(payload, 0);
    return code == 0 || assembler.wholeNal(timestamp, payload.slice(code, payload.limit() - code));
  }

  private boolean acceptAggregate(int timestamp, ByteBuffer payload) {
    int at = 1;
    while (payload.limit() - at >= 2) {
      int length = payload.getShort(at) & 0xFFFF;
      at += 2;
      if (length == 0
          || length > payload.limit() - at
          || !assembler.wholeNal(timestamp, payload.slice(at, length))) {
        return false;
      }
      at += length;
    }
    return at == payload.limit() && at > 1;
  }

  private boolean acceptFragment(int timestamp, ByteBuffer payload) {
    if (payload.limit() < 2) {
      return false;
    }
    int header = payload.get(1);
    boolean start = (header & 0x80) != 0;
    boolean end = (header & 0x40) != 0;
    ByteBuffer fragment = payload.position(2);
    boolean taken;
    if (start) {
      int nalHeader = (payload.get(0) & 0xE0) | (header & 0x1F);
      taken = assembler.openNal(timestamp, (byte) nalHeader, fragment);
    } else {
      taken = assembler.continueNal(fragment);
    }
    return taken && (!end || assembler.closeNal());
  }
}
