package anbinh.programme.effect;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/// How many times as often something was counted after as before, with the exact interval of 95 %.
///
/// Two Poisson counts given their sum: the later one is binomial, so the interval of Clopper and
/// Pearson (1934) for its share gives that of the ratio of the rates (Przyborowski and Wileński
/// 1940). With none after, the lower end is 0 and only the upper one says something; with none
/// before, there is no ratio and no upper end. The error is 2.5 % on each side in all cases, so the
/// interval is never too short.
///
/// @param value null where there were none before
/// @param high null where there is no upper end
record RateRatio(@Nullable Double value, double low, @Nullable Double high) {
  private static final double ERROR = 0.05;

  /// @param before how many were counted before, in so many quarters of areas
  /// @param after how many were counted after, likewise
  /// @return empty where nothing was counted at all, or one of the times was not looked at
  public static Optional<RateRatio> of(
      long before, int quartersBefore, long after, int quartersAfter) {
    long sum = before + after;
    if (sum == 0 || sum > Integer.MAX_VALUE || quartersBefore <= 0 || quartersAfter <= 0) {
      return Optional.empty();
    }
    Interval share =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate((int) sum, (int) after, ERROR);
    double times = (double) quartersBefore / quartersAfter;
    return Optional.of(
        new RateRatio(
            before == 0 ? null : times * after / before,
            after == 0 ? 0 : times * odds(share.getLowerBound()),
            before == 0 ? null : times * odds(share.getUpperBound())));
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  /// Whether no change at all is among what it allows.
  public boolean allowsNoChange() {
    return low <= 1 && (high == null || high >= 1);
  }

  /// Whether it and another one allow the same change.
  public boolean meets(RateRatio other) {
    return (other.high == null || low <= other.high) && (high == null || other.low <= high);
  }
}
