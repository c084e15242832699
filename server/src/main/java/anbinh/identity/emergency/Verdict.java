package anbinh.identity.emergency;

/// What a review says.
enum Verdict {
  JUSTIFIED,
  NOT_JUSTIFIED
}
