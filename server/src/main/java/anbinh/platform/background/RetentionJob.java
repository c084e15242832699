package anbinh.platform.background;

import anbinh.platform.SiteClock;
import java.time.Duration;
import java.time.Instant;

/// Deletes rows at the end of their retention, hourly.
public abstract class RetentionJob extends HourlyJob {
  private static final int SOME = 10_000;

  private final SiteClock clock;
  private final Duration retention;

  protected RetentionJob(String name, SiteClock clock, Duration retention) {
    super(name);
    this.clock = clock;
    this.retention = retention;
  }

  /// Deletes some of what is older than a time.
  ///
  /// @return how many rows those were
  protected abstract int delete(Instant before, int most);

  @Override
  protected final int some() {
    return delete(clock.now().minus(retention), SOME);
  }
}
