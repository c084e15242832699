package anbinh.media.ingest;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.MalformedRtspException;
import anbinh.media.rtsp.RtspMessage;
import anbinh.media.rtsp.RtspResponse;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.StreamFailedException;
import java.time.Duration;

/// What it means, and what to do, when a camera answers with an error (RFC 2326 §7.1.1).
final class Refusal {
  private Refusal() {}

  static StreamFailedException of(String method, RtspResponse response) {
    Cause cause =
        switch (response.status()) {
          case RtspResponse.NOT_FOUND -> Cause.NOT_FOUND;
          case 403 -> Cause.UNAUTHORISED;
          default -> Cause.REFUSED;
        };
    String advice = advice(response);
    return new StreamFailedException(
        cause,
        "the camera answered "
            + method
            + " with "
            + response.status()
            + " "
            + response.reason()
            + (advice.isEmpty() ? "" : ": " + advice),
        notBefore(response));
  }

  private static String advice(RtspResponse response) {
    return switch (response.status()) {
      case 301, 302, 303, 305, 307, 308 -> moved(response);
      case 453 -> "it has no bandwidth left; close other viewers or lower the bit rate";
      case 461 -> "it does not send over the RTSP connection; turn RTSP over TCP on in it";
      case 503 -> "it is busy; it may serve only a few viewers at a time";
      case 505 -> "it speaks another version of RTSP";
      default -> "";
    };
  }

  /// A camera's word alone sends neither requests nor a password to another machine.
  private static String moved(RtspResponse response) {
    String location = response.headers().find("Location").orElse("");
    try {
      return "the stream has moved; enter its new address " + RtspUri.parse(location).text();
    } catch (MalformedRtspException unusable) {
      return "the stream has moved to an address that cannot be used";
    }
  }

  private static Duration notBefore(RtspResponse response) {
    return response
        .headers()
        .find("Retry-After")
        .map(RtspMessage::decimal)
        .filter(seconds -> seconds.isPresent())
        .map(seconds -> Duration.ofSeconds(seconds.getAsInt()))
        .orElse(Duration.ZERO);
  }
}
