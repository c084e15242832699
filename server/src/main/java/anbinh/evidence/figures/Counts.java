package anbinh.evidence.figures;

/// What happened in a year.
///
/// @param opened cases opened in it
/// @param closed cases closed in it, whenever opened
/// @param clarified those of the closed ones that were clarified
/// @param clarifiedByFootage those of the clarified ones in which footage clarified something
/// @param requests made in it
/// @param extractions packages sealed in it
record Counts(
    long opened,
    long closed,
    long clarified,
    long clarifiedByFootage,
    long requests,
    long extractions) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  Counts plus(Counts more) {
    return new Counts(
        opened + more.opened,
        closed + more.closed,
        clarified + more.clarified,
        clarifiedByFootage + more.clarifiedByFootage,
        requests + more.requests,
        extractions + more.extractions);
  }
}
