package anbinh.reports.figure;

import anbinh.platform.Figure;

/// What an exact sum tells of the counts that it is made of, where each of them is known in tens
/// only ([Figure]): such a sum is told only where every small count, from 1 to 4, stays as open as
/// it was.
final class Suppression {
  /// So much room is left between the sum and the least and the most that the counts can come to; 3
  /// would leave each of them open, the rest is for what is known of them besides.
  private static final int ROOM = Figure.SMALLEST;

  private static final int STEP = 10;

  private Suppression() {}

  static boolean isSmall(long count) {
    return count > 0 && count < Figure.SMALLEST;
  }

  /// Whether the exact sum of some counts, each known in tens, leaves the small ones open.
  static boolean staysOpen(Iterable<Long> counts) {
    for (long count : counts) {
      if (isSmall(count)) {
        return hasRoom(counts, ROOM);
      }
    }
    return true;
  }

  /// Whether it leaves so much room that a small count beside it stays open, which is what another
  /// exact sum of counts known in tens leaves of it: each of the two takes from the room of the
  /// other.
  static boolean leavesRoom(Iterable<Long> counts) {
    return hasRoom(counts, 2 * ROOM);
  }

  private static boolean hasRoom(Iterable<Long> counts, int room) {
    long sum = 0;
    long least = 0;
    long most = 0;
    for (long count : counts) {
      sum += count;
      least += least(count);
      most += most(count);
    }
    return sum - least >= room && most - sum >= room;
  }

  /// The least that a count can be by what is shown of it.
  static long least(long count) {
    if (count == 0) {
      return 0;
    }
    return isSmall(count) ? 1 : Math.max(Figure.SMALLEST, rounded(count) - STEP / 2);
  }

  /// The most that it can be.
  static long most(long count) {
    if (count == 0) {
      return 0;
    }
    return isSmall(count) ? Figure.SMALLEST - 1 : rounded(count) + STEP / 2 - 1;
  }

  private static long rounded(long count) {
    Long value = Figure.of(count, false).value();
    return value == null ? 0 : value;
  }
}
