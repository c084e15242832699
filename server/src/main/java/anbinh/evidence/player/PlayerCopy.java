package anbinh.evidence.player;

import anbinh.video.TranscodingFailure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The player copy of an upload.
///
/// @param percent how far its making is
/// @param attempts failures in a row
/// @param made null unless it is there
/// @param why there will be none; null otherwise
public record PlayerCopy(
    UUID uploadId,
    State state,
    int percent,
    int attempts,
    @Nullable Made made,
    TranscodingFailure.@Nullable Cause why) {
  /// Where it stands.
  public enum State {
    MAKING,
    MADE,
    UNPLAYABLE
  }

  /// What became of the pictures.
  public enum Pictures {
    /// The same pictures in another container.
    COPIED,
    ENCODED
  }

  /// What became of the sound.
  public enum Sound {
    NONE,
    COPIED,
    ENCODED,
    /// It could not be read.
    LEFT_OUT
  }

  /// @param tool names and versions of what made it
  /// @param command by which `ffmpeg` makes it again
  public record Made(
      Pictures pictures,
      Sound sound,
      long bytes,
      String sha256,
      String sha512,
      String tool,
      String command,
      Instant at) {}
}
