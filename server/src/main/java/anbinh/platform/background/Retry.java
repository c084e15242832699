package anbinh.platform.background;

import java.time.Duration;

/// The pause before something that failed is tried again: it doubles with each failure, up to a
/// limit.
public record Retry(Duration first, Duration longest) {
  private static final int MAX_DOUBLINGS = 16;
  private static final int MAX_PROBLEM = 500;

  /// @param failures before the present one
  public Duration pause(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /// What a failure says of itself, short enough to be kept.
  public static String problem(Exception failure) {
    String problem = String.valueOf(failure.getMessage());
    return problem.substring(0, Math.min(problem.length(), MAX_PROBLEM));
  }
}
