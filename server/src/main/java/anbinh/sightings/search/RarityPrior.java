package anbinh.sightings.search;

/// What it costs to take a plate that is read often for a misreading of another.
///
/// By Bayes: of the `count` passes that were read as a plate, so many are expected to be misreadings
/// of the one that is sought as were read right, times the chance of the misreading. Any more are
/// passes of a vehicle that really has the plate, and the more there are, the less likely is each of
/// them to be the one that is sought. Costs are negative logarithms of chances, so this adds the
/// logarithm of the ratio.
///
/// Who remembers a plate wrongly means one that really is, though, which is read as often as others
/// are: therefore the cost is bounded, to less than that of one more character that looks alike.
final class RarityPrior {
  static final int MAX_COST = 9;

  /// The cost of a chance of 1 to e, where that of 1 to 100 is 10: a reader takes a character for one
  /// that looks like it about that often.
  private static final double SCALE = 10 / Math.log(100);

  private RarityPrior() {}

  /// @param count how often the plate was read
  /// @param cost of its being read for the one that is sought
  /// @param sought how often that was read
  static int cost(int count, int cost, int sought) {
    if (cost == 0) {
      return 0;
    }
    double misreadings = Math.max(1, sought * Math.exp(-cost / SCALE));
    return Math.clamp(Math.round(SCALE * Math.log(count / misreadings)), 0, MAX_COST);
  }
}
