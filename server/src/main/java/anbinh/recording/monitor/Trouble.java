package anbinh.recording.monitor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person must look at.
///
/// @param cameraId null when it is not about one camera
record Trouble(Kind kind, @Nullable UUID cameraId) {
  public enum Kind {
    DISK_FULL,
    DISK_READ_ONLY,
    DISK_MISSING,
    /// At the present rate it is full before long, although retention deletes.
    DISK_FILLING,
    /// Cameras should be recorded, and none is.
    NO_CAMERA_RECORDING,
    CAMERA_NOT_RECORDING,
    /// A file of footage is gone, or is not what it was.
    FOOTAGE_LOST
  }

  static Trouble of(Kind kind) {
    return new Trouble(kind, null);
  }
}
