package anbinh.subject.request;

/// What became of a request.
enum Outcome {
  GRANTED,
  PARTLY,
  REFUSED,
  /// By whoever made it.
  TAKEN_BACK;

  /// Whether a law has to be named by which it is not granted.
  boolean needsArticle() {
    return this == PARTLY || this == REFUSED;
  }
}
