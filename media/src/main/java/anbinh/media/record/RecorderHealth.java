package anbinh.media.record;

import anbinh.media.mp4.ClockRate;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a [Recorder] is, at one moment.
///
/// @param disk whether the storage takes what is written
/// @param diskDetail what the disk said last when it refused
/// @param heldLogEntries statements that the log has not taken yet
/// @param logDetail what the log failed with last, while it fails
/// @param forgotten statements that could not be held; their files are recovered at the next start
public record RecorderHealth(
    Disk disk,
    Optional<String> diskDetail,
    int heldLogEntries,
    Optional<String> logDetail,
    long forgotten,
    List<Track> tracks) {
  public RecorderHealth {
    tracks = List.copyOf(tracks);
  }

  public enum Disk {
    WRITING,
    FULL,
    FAILING,
    /// The marker is gone: not mounted.
    MISSING
  }

  /// @param gap while pictures are missing
  /// @param lastPicture receipt of the last picture that was written
  /// @param queued pictures waiting to be written
  /// @param dropped pictures that came and were not written
  /// @param damaged pictures that were written though parts of them, or of one that they may refer
  ///   to, never came
  /// @param losses how often packets were missing
  /// @param lostPackets how many, as far as the camera's numbers tell
  /// @param rate of the camera's timestamps, as measured
  /// @param source where the times of the open segment's pictures come from
  public record Track(
      String cameraKey,
      Optional<Gap> gap,
      Optional<Instant> lastPicture,
      int queued,
      long writtenBytes,
      long dropped,
      long damaged,
      long losses,
      long lostPackets,
      ClockRate rate,
      ClockEvidence.Source source) {}
}
