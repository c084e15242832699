package anbinh.media.rtsp;

import java.util.Optional;
import java.util.OptionalInt;

/// The two channels of one track on an RTSP connection (RFC 2326 §10.12).
public record InterleavedChannels(int rtp, int rtcp) {
  /// Reads `interleaved=` of a `Transport` field; empty when it is missing or out of range.
  public static Optional<InterleavedChannels> parse(String transport) {
    for (String part : transport.split("[;,]", -1)) {
      String option = part.strip();
      if (!option.regionMatches(true, 0, "interleaved=", 0, 12)) {
        continue;
      }
      String range = option.substring(12);
      int dash = range.indexOf('-');
      OptionalInt first = RtspMessage.decimal(dash < 0 ? range : range.substring(0, dash));
      OptionalInt second =
          dash < 0 ? OptionalInt.empty() : RtspMessage.decimal(range.substring(dash + 1));
      if (first.isPresent() && first.getAsInt() <= 255) {
        int rtp = first.getAsInt();
        int rtcp = second.orElse(rtp + 1);
        return rtcp <= 256 ? Optional.of(new InterleavedChannels(rtp, rtcp)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  public String transport() {
    return "RTP/AVP/TCP;unicast;interleaved=" + rtp + "-" + rtcp;
  }
}
