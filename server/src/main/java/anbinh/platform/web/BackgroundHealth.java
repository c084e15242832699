package anbinh.platform.web;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether what works in the background gets on: the component `background` of `/actuator/health`.
/// Each goes on by itself as soon as it can; what has not for some minutes needs a person and no
/// restart.
@Component("backgroundHealthIndicator")
@OnlyWhenServing
class BackgroundHealth implements HealthIndicator {
  private static final Status WARNING = new Status("WARNING");
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final ObjectProvider<PollingWorker> works;

  BackgroundHealth(ObjectProvider<PollingWorker> works) {
    this.works = works;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    works.stream()
        .forEach(work ->
            work.failingFor()
                .filter(time -> time.compareTo(TIMEOUT) > 0)
                .ifPresent(
                    time -> health.status(WARNING).withDetail(work.name(), "failing for " + time)));
    return health.build();
  }
}
