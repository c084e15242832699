package anbinh.media.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A session description (RFC 8866), as far as receiving a camera needs it.
///
/// @param control the session's own `a=control`, empty when there is none
public record Sdp(String control, List<SdpMedia> media) {
  public Sdp {
    media = List.copyOf(media);
  }

  /// Lines that are not `letter=value` are left out, as are sections that name no payload type.
  ///
  /// @throws MalformedRtspException when no line at all is of that form
  public static Sdp parse(String text) throws MalformedRtspException {
    List<String> sessionAttributes = new ArrayList<>();
    List<SdpMedia> media = new ArrayList<>();
    List<String> attributes = sessionAttributes;
    Optional<String> section = Optional.empty();
    boolean readable = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.length() < 2 || line.charAt(1) != '=') {
        continue;
      }
      readable = true;
      String value = line.substring(2).strip();
      if (line.charAt(0) == 'm') {
        addMedia(media, section, attributes);
        section = Optional.of(value);
        attributes = new ArrayList<>();
      } else if (line.charAt(0) == 'a') {
        attributes.add(value);
      }
    }
    if (!readable) {
      throw new MalformedRtspException("the description is not SDP");
    }
    addMedia(media, section, attributes);
    SdpMedia session = new SdpMedia("", "", List.of(), sessionAttributes);
    return new Sdp(session.control().orElse(""), media);
  }

  private static void addMedia(
      List<SdpMedia> media, Optional<String> section, List<String> attributes) {
    if (section.isEmpty()) {
      return;
    }
    String[] words = section.get().split("\\s+", -1);
    List<Integer> payloadTypes = new ArrayList<>();
    for (int i = 3; i < words.length; i++) {
      RtspMessage.decimal(words[i]).ifPresent(payloadTypes::add);
    }
    if (!payloadTypes.isEmpty()) {
      media.add(
          new SdpMedia(words[0].toLowerCase(Locale.ROOT), words[2], payloadTypes, attributes));
    }
  }
}
