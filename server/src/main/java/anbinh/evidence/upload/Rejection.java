package anbinh.evidence.upload;

/// Why a file cannot be given.
public enum Rejection {
  /// Its content is no video that is known here.
  NOT_VIDEO,
  /// Its content is no picture that is known here.
  NOT_PICTURE,
  /// It begins like a video but holds no pictures that can be read: broken off, or damaged.
  UNREADABLE,
  /// Malware was found in it. It is kept where nothing serves it until the ask ends without a
  /// hand-over.
  INFECTED
}
