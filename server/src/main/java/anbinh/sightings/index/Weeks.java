package anbinh.sightings.index;

/// Weeks, by which engines keep passes so that what is old goes with the whole week: counted from
/// that of 1970, and beginning on Mondays.
public final class Weeks {
  private static final long LENGTH = 7L * 24 * 60 * 60 * 1000;

  /// 1970 began on a Thursday.
  private static final long FIRST_MONDAY = -3L * 24 * 60 * 60 * 1000;

  private Weeks() {}

  /// @param time in milliseconds since 1970
  public static long of(long time) {
    return Math.floorDiv(Math.min(time, Long.MAX_VALUE + FIRST_MONDAY) - FIRST_MONDAY, LENGTH);
  }

  /// Whether all of a week was before a time.
  ///
  /// @param time in milliseconds since 1970
  public static boolean isBefore(long week, long time) {
    return FIRST_MONDAY + (week + 1) * LENGTH <= time;
  }
}
