package anbinh.oversight.finding;

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
  static double ofAtLeast(long count, double expected) {
    double term = Math.exp(-expected);
    double below = 0;
    for (long n = 0; n < count; n++) {
      below += term;
      term *= expected / (n + 1);
    }
    return Math.max(0, 1 - below);
  }
}
