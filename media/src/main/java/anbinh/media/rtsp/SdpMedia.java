package anbinh.media.rtsp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// One `m=` section of a session description.
///
/// @param kind such as `video`
/// @param protocol such as `RTP/AVP`
/// @param payloadTypes in the sender's order of preference
/// @param attributes the values of `a=` lines, `name:value` or `name`
public record SdpMedia(
    String kind, String protocol, List<Integer> payloadTypes, List<String> attributes) {
  /// What a payload type stands for: `a=rtpmap:96 H264/90000`.
  public record Encoding(String name, int clockRate) {}

  public SdpMedia {
    payloadTypes = List.copyOf(payloadTypes);
    attributes = List.copyOf(attributes);
  }

  /// Whether packets are encrypted (SRTP, RFC 3711).
  public boolean encrypted() {
    return protocol.toUpperCase(Locale.ROOT).contains("SAVP") || attribute("crypto:").isPresent();
  }

  public Optional<String> control() {
    return attribute("control:");
  }

  /// The encoding of a payload type: as mapped, or as RFC 3551 table 5 fixes it for video.
  public Optional<Encoding> encoding(int payloadType) {
    Optional<String> mapped = attributeOf("rtpmap:", payloadType);
    if (mapped.isPresent()) {
      String[] parts = mapped.get().split("/", -1);
      OptionalInt rate = parts.length > 1 ? RtspMessage.decimal(parts[1]) : OptionalInt.empty();
      return Optional.of(new Encoding(parts[0].strip(), rate.orElse(90_000)));
    }
    return switch (payloadType) {
      case 26 -> Optional.of(new Encoding("JPEG", 90_000));
      case 31 -> Optional.of(new Encoding("H261", 90_000));
      case 32 -> Optional.of(new Encoding("MPV", 90_000));
      case 33 -> Optional.of(new Encoding("MP2T", 90_000));
      case 34 -> Optional.of(new Encoding("H263", 90_000));
      default -> Optional.empty();
    };
  }

  /// The format parameters of a payload type (`a=fmtp`), by name without regard to case.
  public Map<String, String> formatParameters(int payloadType) {
    Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String part : attributeOf("fmtp:", payloadType).orElse("").split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parameters;
  }

  private Optional<String> attribute(String prefix) {
    return attributes.stream()
        .filter(value -> value.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(value -> value.substring(prefix.length()).strip())
        .findFirst();
  }

  private Optional<String> attributeOf(String prefix, int payloadType) {
    return attributes.stream()
        .filter(value -> value.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(value -> value.substring(prefix.length()).strip())
        .filter(value -> RtspMessage.decimal(value).equals(OptionalInt.of(payloadType)))
        .map(value -> value.replaceFirst("^\\S*", "").strip())
        .findFirst();
  }
}
