package anbinh.media.simulator;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.codec.H265Syntax;
import anbinh.media.codec.NalSyntax;
import java.util.Base64;
import java.util.stream.Collectors;

/// The session description of a simulated camera (RFC 8866, RFC 6184 §8.2.1, RFC 7798 §7.2).
final class Description {
  static final String TRACK = "trackID=1";

  private Description() {}

  static String of(SimulatedCamera camera) {
    String head =
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=Simulated camera
        c=IN IP4 0.0.0.0
        t=0 0
        a=control:*
        a=range:npt=now-
        """;
    String media =
        switch (camera.offer) {
          case AUDIO_ONLY -> "m=audio 0 RTP/AVP 8\na=control:trackID=1\n";
          case JPEG -> "m=video 0 RTP/AVP 26\na=control:trackID=1\n";
          case VIDEO -> video(camera.source.source().format(), camera.announcementBroken);
        };
    return (head + media).replace("\n", "\r\n");
  }

  private static String video(VideoFormat format, boolean broken) {
    String encoding =
        switch (format.codec()) {
          case H264 -> "H264";
          case H265 -> "H265";
        };
    String parameters =
        switch (format.codec()) {
          case H264 ->
              "packetization-mode=1;profile-level-id="
                  + format.codecs().substring(5)
                  + ";sprop-parameter-sets="
                  + (broken
                      ? "Z00AHw==,not*base64"
                      : format.parameterSets().stream()
                          .map(Description::base64)
                          .collect(Collectors.joining(",")));
          case H265 ->
              "sprop-vps="
                  + sets(format, H265Syntax.VPS, broken)
                  + ";sprop-sps="
                  + sets(format, H265Syntax.SPS, broken)
                  + ";sprop-pps="
                  + sets(format, H265Syntax.PPS, broken);
        };
    return "m=video 0 RTP/AVP 96\na=rtpmap:96 "
        + encoding
        + "/90000\na=fmtp:96 "
        + parameters
        + "\na=control:"
        + TRACK
        + "\n";
  }

  private static String sets(VideoFormat format, int type, boolean broken) {
    NalSyntax syntax = NalSyntax.of(format.codec());
    return broken
        ? "QgE="
        : format.parameterSets().stream()
            .filter(set -> syntax.type(set.at(0)) == type)
            .map(Description::base64)
            .collect(Collectors.joining(","));
  }

  private static String base64(Bytes set) {
    return Base64.getEncoder().encodeToString(set.toArray());
  }
}
