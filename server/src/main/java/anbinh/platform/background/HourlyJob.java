package anbinh.platform.background;

import java.time.Duration;

/// Does what is due by the day, such as erasing what was kept long enough: hourly, some of it at a
/// time until nothing is left.
public abstract class HourlyJob extends PollingWorker {
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  protected HourlyJob(String name) {
    super(name, AFTER_FAILURE);
  }

  /// Does some of what is due.
  ///
  /// @return how much that was; 0 when nothing is due any more
  protected abstract int some();

  @Override
  protected final Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = some() > 0;
    }
    return BETWEEN;
  }
}
