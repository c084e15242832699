package anbinh.cameras;

import anbinh.media.VideoFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What recording last saw of a camera.
///
/// @param cause why it is down, one of [anbinh.media.StreamState.Cause]; null unless `DOWN`
/// @param detail one line for a technician, in English, without secrets
/// @param since when `connection` took its present value
/// @param lastFrameAt receipt of the newest picture since the server started
/// @param recordedUntil the newest instant that is on disk
/// @param quality of what arrives
/// @param clockOffsetMillis camera's clock minus ours, when the camera states its clock
public record CameraHealth(
    Connection connection,
    @Nullable String cause,
    @Nullable String detail,
    Instant since,
    @Nullable Instant lastFrameAt,
    @Nullable Instant recordedUntil,
    @Nullable VideoFormat format,
    double framesPerSecond,
    long bitsPerSecond,
    @Nullable Long clockOffsetMillis,
    Quality quality,
    Storage storage) {
  /// What a stream loses on the way and how its timestamps run; counted since recording began.
  ///
  /// @param losses how often packets were missing
  /// @param lostPackets how many, as far as the camera's numbers tell
  /// @param damagedFrames pictures that were kept although parts of them, or of one that they may
  ///   refer to, never came
  /// @param damagedShare of the pictures of the last minute or two
  /// @param timestampRate at which its timestamps are measured to run; 1 as declared, otherwise
  ///   pictures have times of receipt
  public record Quality(
      long losses,
      long lostPackets,
      long damagedFrames,
      double damagedShare,
      double timestampRate) {
    public static final Quality SOUND = new Quality(0, 0, 0, 0, 1);
  }

  public enum Connection {
    /// Pictures arrive.
    CONNECTED,
    CONNECTING,
    DOWN,
    /// Not to be recorded, or retired.
    OFF
  }

  public enum Storage {
    OK,
    /// The disk is full; recording resumes by itself when there is room.
    FULL,
    /// The disk cannot be written.
    FAILED
  }

  public static CameraHealth off(Instant since) {
    return new CameraHealth(
        Connection.OFF, null, null, since, null, null, null, 0, 0, null, Quality.SOUND, Storage.OK);
  }
}
