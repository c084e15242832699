package anbinh.audit.log;

import anbinh.audit.suspension.Suspension;
import anbinh.platform.OnlyWhenServing;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether events get into the log: the component `auditLog` of `/actuator/health`.
@Component("auditLogHealthIndicator")
@OnlyWhenServing
class LogHealth implements HealthIndicator {
  private final Appender appender;
  private final Suspension suspension;

  LogHealth(Appender appender, Suspension suspension) {
    this.appender = appender;
    this.suspension = suspension;
  }

  @Override
  public Health health() {
    Instant since = suspension.findSince().orElse(null);
    if (since != null) {
      return Health.down()
          .withDetail("readOnlySince", since)
          .withDetail("findings", suspension.count())
          .build();
    }
    String why = suspension.trouble();
    String trouble = why == null ? appender.trouble() : why;
    return trouble == null
        ? Health.up().build()
        : Health.down().withDetail("trouble", trouble).build();
  }
}
