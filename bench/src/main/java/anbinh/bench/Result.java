package anbinh.bench;

import java.util.Locale;

/// A figure of ours beside a peer's from the same run. Its text is what `./anbinh bench record`
/// reads.
///
/// @param peer not a number where there is none
/// @param goal of `judged`
/// @param atMost whether the goal is met by a figure up to it (otherwise by one from it on)
record Result(String name, double ours, double peer, Judged judged, double goal, boolean atMost) {
  enum Judged {
    OURS,
    RATIO
  }

  /// A result whose goal is a ratio to the peer.
  Result(String name, double ours, double peer, double goal, boolean atMost) {
    this(name, ours, peer, Judged.RATIO, goal, atMost);
  }

  /// A result whose goal holds whatever the peer does.
  static Result absolute(String name, double ours, double peer, double goal, boolean atMost) {
    return new Result(name, ours, peer, Judged.OURS, goal, atMost);
  }

  /// The same under a name that says of what it is, such as how many or by what.
  Result of(String what) {
    return new Result(what + "-" + name, ours, peer, judged, goal, atMost);
  }

  double ratio() {
    return ours / peer;
  }

  boolean met() {
    double figure =
        switch (judged) {
          case OURS -> ours;
          case RATIO -> ratio();
        };
    return atMost ? figure <= goal : figure >= goal;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s ours=%.4g peer=%s ratio=%s goal=%s%s%s %s",
        name,
        ours,
        Double.isNaN(peer) ? "-" : String.format(Locale.ROOT, "%.4g", peer),
        Double.isNaN(peer) ? "-" : String.format(Locale.ROOT, "%.3f", ratio()),
        judged.name().toLowerCase(Locale.ROOT),
        atMost ? "<=" : ">=",
        goal >= 1000
            ? String.format(Locale.ROOT, "%.0f", goal)
            : String.format(Locale.ROOT, "%.3g", goal),
        met() ? "met" : "missed");
  }
}
