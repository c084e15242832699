package anbinh.audit.witness;

import anbinh.platform.OnlyWhenServing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether witnesses see the log: the component `witnesses` of `/actuator/health`.
///
/// An alarm is `WARNING`, which answers 200: the server records as before, and whoever restarts
/// what is down would not mend it.
@Component("witnessesHealthIndicator")
@OnlyWhenServing
class WitnessHealth implements HealthIndicator {
  private static final Status WARNING = new Status("WARNING");

  private final Witnesses witnesses;

  WitnessHealth(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  @Override
  public Health health() {
    return witnesses
        .findReport()
        .map(WitnessHealth::health)
        .orElseGet(() -> Health.up().withDetail("asked", 0).build());
  }

  private static Health health(WitnessReport report) {
    Health.Builder health =
        (report.alarm() ? Health.status(WARNING) : Health.up())
            .withDetail("asked", report.witnesses().size())
            .withDetail("needed", report.needed());
    if (report.behindSince() != null) {
      health.withDetail("behindSince", report.behindSince());
    }
    for (WitnessStatus witness : report.witnesses()) {
      health.withDetail(
          witness.name(), witness.trouble() == null ? "cosigns" : witness.trouble().name());
    }
    return health.build();
  }
}
