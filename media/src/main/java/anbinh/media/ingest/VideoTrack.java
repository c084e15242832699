package anbinh.media.ingest;

import anbinh.media.Codec;
import anbinh.media.StreamState.Cause;
import anbinh.media.codec.ParameterSets;
import anbinh.media.rtsp.RtspMessage;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.SdpMedia;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The track of a session description that is received: the first video in H.264 or H.265.
///
/// @param parameters of the format, as `a=fmtp` states them
record VideoTrack(Codec codec, int payloadType, Track track, Map<String, String> parameters) {

  VideoTrack {
    parameters = Map.copyOf(parameters);
  }

  /// @param base the address that controls in `description` are relative to
  static VideoTrack choose(Sdp description, String base) throws StreamFailedException {
    String sessionUri = RtspUri.resolve(base, description.control());
    Set<String> unsupported = new TreeSet<>();
    for (SdpMedia media : description.media()) {
      if (!media.kind().equals("video")) {
        continue;
      }
      if (media.encrypted()) {
        unsupported.add("encrypted video (SRTP), which is not received: turn encryption off");
        continue;
      }
      for (int payloadType : media.payloadTypes()) {
        Optional<SdpMedia.Encoding> encoding = media.encoding(payloadType);
        Optional<Codec> codec = encoding.flatMap(known -> findCodec(known.name()));
        Optional<String> obstacle =
            codec.flatMap(known -> obstacle(known, media.formatParameters(payloadType)));
        if (obstacle.isPresent()) {
          unsupported.add(obstacle.get());
        } else if (codec.isPresent()) {
          return new VideoTrack(
              codec.get(),
              payloadType,
              new Track(RtspUri.resolve(base, media.control().orElse("*")), sessionUri),
              media.formatParameters(payloadType));
        }
        if (codec.isEmpty()) {
          unsupported.add(encoding.map(SdpMedia.Encoding::name).orElse("type " + payloadType));
        }
      }
    }
    if (unsupported.isEmpty()) {
      throw new StreamFailedException(
          Cause.NO_VIDEO, "the camera's description names no video track");
    }
    throw new StreamFailedException(
        Cause.UNSUPPORTED_CODEC,
        "the camera sends "
            + String.join(", ", unsupported)
            + "; set this stream to H.264 or H.265");
  }

  /// What keeps the packets of a coding from being read: that they come in another order than the
  /// pictures'.
  private static Optional<String> obstacle(Codec codec, Map<String, String> parameters) {
    return switch (codec) {
      case H264 ->
          parameters.getOrDefault("packetization-mode", "").strip().equals("2")
              ? Optional.of(
                  "H264 in the interleaved packetization mode (2): choose packetization mode 1")
              : Optional.empty();
      case H265 ->
          RtspMessage.decimal(parameters.getOrDefault("sprop-max-don-diff", "")).orElse(0) > 0
              ? Optional.of("H265 with decoding order numbers: turn interleaving of packets off")
              : Optional.empty();
    };
  }

  /// The parameter sets that the description announces, as far as they can be read: cameras
  /// announce broken ones, and good ones come with the first picture.
  ParameterSets announced() {
    ParameterSets sets = new ParameterSets(codec);
    List<String> names =
        switch (codec) {
          case H264 -> List.of("sprop-parameter-sets");
          case H265 -> List.of("sprop-vps", "sprop-sps", "sprop-pps");
        };
    for (String name : names) {
      for (String encoded : findParameter(name).split(",", -1)) {
        decode(encoded).ifPresent(sets::add);
      }
    }
    return sets;
  }

  private static Optional<ByteBuffer> decode(String encoded) {
    try {
      return Optional.of(ByteBuffer.wrap(Base64.getMimeDecoder().decode(encoded)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private String findParameter(String name) {
    return parameters.entrySet().stream()
        .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static Optional<Codec> findCodec(String encoding) {
    return switch (encoding.toUpperCase(Locale.ROOT)) {
      case "H264" -> Optional.of(Codec.H264);
      case "H265", "HEVC" -> Optional.of(Codec.H265);
      default -> Optional.empty();
    };
  }
}
