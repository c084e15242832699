package anbinh.recording;

/// Why time is not recorded, where the recorder did not note a cause of its own
/// ([anbinh.media.record.log.Gap.Cause], or [anbinh.media.StreamState.Cause] for the camera's).
public enum GapCause {
  /// Before the camera's first recording.
  NOT_YET_RECORDED,
  /// Somebody switched recording off.
  SWITCHED_OFF,
  /// Somebody took the camera out of use.
  RETIRED,
  /// Deleted when its time was over.
  DELETED,
  /// It was recorded, and its file is gone.
  FILE_MISSING,
  /// It was recorded, and its file is shorter than it was.
  FILE_SHORTENED,
  /// It was recorded, and its file is not what it was.
  FILE_ALTERED,
  /// A file that is being written covers it soon, or a gap with a cause does.
  BEING_RECORDED,
  FUTURE,
  /// A camera of the community: its owner's recorder may have it, this one does not.
  KEPT_BY_OWNER,
  UNKNOWN;

  /// Whether it was recorded and is lost.
  public boolean isLost() {
    return this == FILE_MISSING || this == FILE_SHORTENED || this == FILE_ALTERED;
  }
}
