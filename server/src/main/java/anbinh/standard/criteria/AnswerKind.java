package anbinh.standard.criteria;

/// How a criterion is answered: always by somebody who says whether it is met and why, some with
/// numbers beside that.
public enum AnswerKind {
  /// Whether it is met, and why.
  JUDGMENT,
  /// This year's number against last year's.
  LAST_YEAR,
  /// How many of the subordinate units.
  SHARE;

  public boolean hasNumbers() {
    return this != JUDGMENT;
  }
}
