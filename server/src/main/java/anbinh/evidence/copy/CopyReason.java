package anbinh.evidence.copy;

/// Why something is hidden in a redacted copy.
public enum CopyReason {
  /// People who have nothing to do with it.
  THIRD_PERSONS,
  CHILD,
  VICTIM,
  WITNESS,
  /// The inside of a home, or what else is nobody's business.
  PRIVATE_PLACE,
  /// Plates, papers and screens of others.
  OTHERS_DATA
}
