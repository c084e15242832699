package anbinh.areas.change;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Carries out changes of units when their day begins, by the site's clock, and those of days on
/// which the server was not there when it starts.
@Component
@OnlyWhenServing
class AreaChangeJob extends PollingWorker {
  private static final Duration MAX_DURATION = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final PlannedChanges planned;
  private final SiteClock clock;

  AreaChangeJob(PlannedChanges planned, SiteClock clock) {
    super("changes of areas", AFTER_FAILURE);
    this.planned = planned;
    this.clock = clock;
  }

  @Override
  protected Duration round() {
    planned.carryOut();
    Instant midnight = planned.today().plusDays(1).atStartOfDay(clock.zone()).toInstant();
    return sleepUntil(midnight, clock.now(), MAX_DURATION);
  }
}
