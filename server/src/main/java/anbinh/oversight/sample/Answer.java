package anbinh.oversight.sample;

/// What a reviewer says of the purpose of a look.
enum Answer {
  PLAIN,
  /// Opens a finding.
  NOT_PLAIN,
  CANNOT_TELL
}
