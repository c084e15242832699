package anbinh.bench;

import java.util.Arrays;
import java.util.Locale;

/// How long something took each time. Safe for many threads.
final class Timings {
  private long[] nanos = new long[256];
  private int count;
  private int errors;

  synchronized void add(long took, boolean failed) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
    errors += failed ? 1 : 0;
  }

  synchronized void add(Timings other) {
    for (int i = 0; i < other.count; i++) {
      add(other.nanos[i], false);
    }
    errors += other.errors;
  }

  synchronized int count() {
    return count;
  }

  synchronized int errors() {
    return errors;
  }

  /// @param share 0.95 for that which 95 of a hundred do not exceed
  synchronized double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
  }

  void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %7d %7d %8.1f %8.1f %8.1f %8.1f%n",
        name,
        count(),
        errors(),
        millis(0.5),
        millis(0.95),
        millis(0.99),
        millis(1));
  }
}
