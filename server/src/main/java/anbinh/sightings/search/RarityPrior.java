package anbinh.sightings.search;

import anbinh.sightings.dictionary.ReadingCosts;

/// What it costs to take a plate that is read often for a misreading of another.
///
/// By Bayes, a reading is of the vehicle that is sought in one of two ways. Either it was misread:
/// of the `count` passes that were read so, as many are expected to be misreadings of the plate as
/// that was read right, times the chance of the misreading. The more there are beyond these, the
/// less likely is each to be one, for they are passes of a vehicle that really has this plate. Or
/// it was read right and is remembered wrongly, which is as likely however often it was read. Costs
/// are negative logarithms of chances, so the cost is the logarithm of how much less likely both
/// together are than for a plate that is read once.
final class RarityPrior {
  /// A witness errs in a character so many times as often as a reader takes it for one that does
  /// not look like it.
  private static final double REMEMBERED_WRONGLY = 2;

  private RarityPrior() {}

  /// @param count how often the plate was read
  /// @param cost of its being read for the one that is sought
  /// @param sought how often that was read
  static int cost(int count, int cost, int sought) {
    if (cost == 0) {
      return 0;
    }
    double misread = ReadingCosts.chance(cost);
    double remembered = REMEMBERED_WRONGLY * ReadingCosts.chance(Math.max(cost, ReadingCosts.MAX));
    double times = Math.max(1, count / Math.max(1, sought * misread));
    return ReadingCosts.cost((misread / times + remembered) / (misread + remembered));
  }
}
