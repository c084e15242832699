package anbinh.programme.effect;

/// What must be said of a comparison of before and after, chosen by the data.
enum Caveat {
  /// The first quarter after it began is not over.
  TOO_EARLY,
  /// Fewer than [EffectReading#MIN_EVENTS] in all: chance alone may do this, so there is no ratio.
  SMALL_NUMBERS,
  /// Before it began there were more than in the years before that: some fall comes by itself.
  REGRESSION_TO_MEAN,
  /// Too little is known of the years before to see whether the time before was unusual.
  NO_HISTORY,
  /// Other programmes began in the same areas at the time.
  OTHER_PROGRAMMES,
  /// The numbers come from more than one source, so they may be counted in other ways.
  SOURCE_CHANGED,
  /// Records of it began to be kept within the time, so the way of reporting changed.
  RECORDS_BEGAN,
  /// Before and after are other parts of the year.
  SEASON,
  /// Of some quarters or areas nothing is known.
  INCOMPLETE,
  /// There is no other area to compare with.
  NO_COMPARISON,
  /// By these numbers the change cannot be told apart from that of the other areas; they may differ
  /// all the same.
  LIKE_OTHERS
}
