package anbinh.evidence.copy;

import anbinh.video.TranscodingFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A copy of a video in a sealed package.
///
/// @param number counts the copies of one package from 1
/// @param percent how far its making is
/// @param attempts failures in a row
/// @param made null until it is made
/// @param why it cannot be made; null otherwise
/// @param review null until another person looked at it
/// @param seal null until it is confirmed and its seal is in the log
/// @param archive its finished package; null before
record Copy(
    UUID id,
    UUID requestId,
    int number,
    State state,
    Order order,
    int percent,
    int attempts,
    @Nullable Made made,
    TranscodingFailure.@Nullable Cause why,
    @Nullable Review review,
    @Nullable SealEntry seal,
    @Nullable Archive archive) {
  /// What it is for.
  public enum Kind {
    REDACTED,
    COURT
  }

  /// Where it stands.
  public enum State {
    ORDERED,
    /// Waits for another person to look at it.
    MADE,
    CONFIRMED,
    REFUSED,
    FAILED
  }

  /// How it came from its master.
  public enum Method {
    BIT_FOR_BIT,
    ENCODED
  }

  /// What was asked for.
  ///
  /// @param master the video in the package, `data/…`
  /// @param reasons why something is hidden; none for a court copy
  /// @param covering null for a court copy
  /// @param words of who ordered it: what it is for
  public record Order(
      Kind kind,
      String master,
      String masterSha256,
      List<CopyReason> reasons,
      @Nullable Redaction covering,
      boolean keepsSound,
      String words,
      UUID by,
      Instant at) {
    public Order {
      reasons = List.copyOf(reasons);
    }
  }

  /// @param tool names and versions of what made it
  /// @param command by which `ffmpeg` makes it again
  /// @param boxes the commands that move the boxes of the covering; null without one
  public record Made(
      Instant at,
      Method method,
      long bytes,
      String sha256,
      String tool,
      String command,
      @Nullable String boxes) {}

  /// @param words of who looked at it; null where they wrote none
  public record Review(UUID by, Instant at, @Nullable String words) {}

  /// @param text the entry of the log
  public record SealEntry(UUID event, String text) {}

  public record Archive(long bytes, String sha256, long logIndex) {}

  /// The name of its package.
  ///
  /// @param extraction the name of the package that it was made of
  public String code(String extraction) {
    return code(extraction, number);
  }

  static String code(String extraction, int number) {
    return extraction + "-C" + number;
  }

  /// Its name in its package.
  public String file() {
    String name = order.master().substring(order.master().lastIndexOf('/') + 1);
    String suffix = order.kind() == Kind.REDACTED ? "_redacted.mp4" : "_court.mp4";
    return "data/copy/"
        + (name.endsWith(".mp4") ? name.substring(0, name.length() - 4) : name)
        + suffix;
  }
}
