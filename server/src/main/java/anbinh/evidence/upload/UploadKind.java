package anbinh.evidence.upload;

/// What a file is for.
public enum UploadKind {
  VIDEO,
  /// A picture of the recorder's screen beside a clock that is right.
  CLOCK_PICTURE
}
