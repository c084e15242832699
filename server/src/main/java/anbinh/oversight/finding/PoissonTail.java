package anbinh.oversight.finding;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/// Whether chance explains how often somebody turned to one target.
///
/// If the person went where the colleagues go, the target would get as many of their looks as its
/// share in the colleagues' looks says. How likely it is that it gets at least as many as it did is
/// the tail of Poisson's distribution.
final class PoissonTail {
  /// What nobody else looked at is taken to get one of so many looks.
  private static final double UNKNOWN = 50;

  private PoissonTail() {}

  /// How many looks at the target would be expected.
  ///
  /// @param elsewhere the person's looks at other targets
  static double expected(long elsewhere, long atTarget, long ofOthers) {
    double share = (atTarget + 1) / (ofOthers + UNKNOWN);
    return (elsewhere + 1) * share / (1 - share);
  }

  /// How likely it is that there are at least `count` where so many are expected.
  ///
  /// @param expected above 0
  static double ofAtLeast(long count, double expected) {
    return PoissonDistribution.of(expected).survivalProbability(Math.toIntExact(count - 1));
  }
}
