package anbinh.evidence.upload;

/// How far a file is.
public enum UploadState {
  /// Not all of it is here.
  RECEIVING,
  /// All of it is here, but nobody has looked at it.
  RECEIVED,
  ACCEPTED,
  REJECTED
}
