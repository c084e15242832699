package anbinh.bench;

import java.util.Locale;

/// A figure of ours beside a peer's from the same run.
///
/// @param atMost whether the goal is met by a ratio up to it (otherwise by one from it on)
record Result(String name, double ours, double peer, double goal, boolean atMost) {
  double ratio() {
    return ours / peer;
  }

  boolean met() {
    return atMost ? ratio() <= goal : ratio() >= goal;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s ours=%.4g peer=%.4g ratio=%.3f goal=%s%.3g %s",
        name,
        ours,
        peer,
        ratio(),
        atMost ? "<=" : ">=",
        goal,
        met() ? "met" : "missed");
  }
}
