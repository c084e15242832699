package anbinh.audit;

import anbinh.platform.OnlyWhenServing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether events get into the log: the component `auditLog` of `/actuator/health`.
@Component("auditLogHealthIndicator")
@OnlyWhenServing
class LogHealth implements HealthIndicator {
  private final Appender appender;

  LogHealth(Appender appender) {
    this.appender = appender;
  }

  @Override
  public Health health() {
    String trouble = appender.trouble();
    return trouble == null
        ? Health.up().build()
        : Health.down().withDetail("trouble", trouble).build();
  }
}
