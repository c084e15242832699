package anbinh.cameras;

import anbinh.media.StreamState.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which advice fits what a camera suffers from. A cause has several where its details call for
/// different acts: a port that is closed is no cable that is out.
public final class CameraAdvice {
  /// What a detail begins with or holds, and the advice that it calls for.
  private record Hint(String detail, String advice) {}

  /// As [anbinh.media.ingest] words its details.
  private static final Map<String, List<Hint>> HINTS =
      Map.of(
          Cause.BAD_ADDRESS.name(),
          List.of(new Hint(" is not known", "HOST")),
          Cause.UNREACHABLE.name(),
          List.of(
              new Hint("Connection refused", "PORT_CLOSED"),
              new Hint("accepted the connection, but did not answer", "SILENT")),
          Cause.UNAUTHORISED.name(),
          List.of(
              new Hint("Basic authentication only", "BASIC_ONLY"),
              new Hint("wants a user name", "NO_PASSWORD"),
              new Hint(" with 403 ", "FORBIDDEN")),
          Cause.STALLED.name(),
          List.of(new Hint("none at which decoding can start", "NO_KEY_PICTURE")),
          Cause.REFUSED.name(),
          List.of(
              new Hint("RTSP over TCP", "TRANSPORT"), new Hint("the stream has moved", "MOVED")));

  private CameraAdvice() {}

  /// The key of the advice: the cause, or `<cause>.<hint>`.
  ///
  /// @param detail as [CameraHealth#detail] or a gap has it
  public static String key(String cause, @Nullable String detail) {
    if (detail != null) {
      for (Hint hint : HINTS.getOrDefault(cause, List.of())) {
        if (detail.contains(hint.detail())) {
          return cause + "." + hint.advice();
        }
      }
    }
    return cause;
  }

  /// The key of the advice on a camera's health; empty when nothing is wrong.
  public static Optional<String> key(CameraHealth health) {
    if (health.storage() != CameraHealth.Storage.OK) {
      return Optional.of("STORAGE");
    }
    return Optional.ofNullable(health.cause()).map(cause -> key(cause, health.detail()));
  }

  /// Every key that there is for a camera's causes, for whoever has a text for each.
  public static List<String> keys(Cause cause) {
    return Stream.concat(
            Stream.of(cause.name()),
            HINTS.getOrDefault(cause.name(), List.of()).stream()
                .map(hint -> cause + "." + hint.advice()))
        .toList();
  }
}
