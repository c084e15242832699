package anbinh.media.rtp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The parts of RTCP (RFC 3550 §6) that a receiver of one camera uses. Other packets are skipped.
public sealed interface RtcpPacket {
  /// A sender report: the sender's wall clock at one of its RTP timestamps.
  record SenderClock(int source, Instant time, int timestamp) implements RtcpPacket {}

  /// The sources named have left.
  record Goodbye(List<Integer> sources) implements RtcpPacket {
    public Goodbye {
      sources = List.copyOf(sources);
    }
  }

  int SENDER_REPORT = 200;
  int RECEIVER_REPORT = 201;
  int GOODBYE = 203;

  /// Seconds from the NTP epoch (1900) to the Unix epoch.
  long NTP_TO_UNIX_SECONDS = 2_208_988_800L;

  /// Reads a compound packet; stops at the first part that is not RTCP.
  static List<RtcpPacket> parse(ByteBuffer compound) {
    List<RtcpPacket> parts = new ArrayList<>();
    int at = compound.position();
    int end = compound.limit();
    while (end - at >= 4 && (compound.get(at) & 0xC0) == 0x80) {
      int length = 4 + 4 * (compound.getShort(at + 2) & 0xFFFF);
      if (length > end - at) {
        break;
      }
      int type = compound.get(at + 1) & 0xFF;
      if (type == SENDER_REPORT && length >= 28) {
        parts.add(
            new SenderClock(
                compound.getInt(at + 4),
                ntpTime(compound.getInt(at + 8), compound.getInt(at + 12)),
                compound.getInt(at + 16)));
      } else if (type == GOODBYE) {
        parts.add(goodbye(compound, at, length));
      }
      at += length;
    }
    return parts;
  }

  private static Goodbye goodbye(ByteBuffer compound, int at, int length) {
    int count = Math.min(compound.get(at) & 0x1F, (length - 4) / 4);
    List<Integer> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(compound.getInt(at + 4 + 4 * i));
    }
    return new Goodbye(sources);
  }

  /// The time of a 64-bit NTP timestamp; seconds below 2³¹ belong to the era that begins in 2036
  /// (RFC 4330 §3).
  static Instant ntpTime(int seconds, int fraction) {
    long since1900 = Integer.toUnsignedLong(seconds) + (seconds >= 0 ? 1L << 32 : 0);
    long nanos = (Integer.toUnsignedLong(fraction) * 1_000_000_000L) >>> 32;
    return Instant.ofEpochSecond(since1900 - NTP_TO_UNIX_SECONDS, nanos);
  }

  /// A receiver report without report blocks, which is what some cameras want to see to keep on
  /// sending.
  static ByteBuffer receiverReport(int receiver) {
    ByteBuffer report = ByteBuffer.allocate(8);
    report.put((byte) 0x80).put((byte) RECEIVER_REPORT).putShort((short) 1).putInt(receiver);
    return report.flip();
  }
}
