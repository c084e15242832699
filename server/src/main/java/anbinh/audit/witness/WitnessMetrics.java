package anbinh.audit.witness;

import anbinh.platform.OnlyWhenServing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// Witnesses in numbers: `anbinh_audit_witnesses_alarm` (1 for an alarm) and
/// `anbinh_audit_witnesses_behind_seconds` (how long a head has waited for its quorum).
@Component
@OnlyWhenServing
class WitnessMetrics implements MeterBinder {
  private final Witnesses witnesses;
  private final InstantSource clock;

  WitnessMetrics(Witnesses witnesses, InstantSource clock) {
    this.witnesses = witnesses;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("anbinh.audit.witnesses.alarm", this, WitnessMetrics::alarm)
        .description("1 when the log's witnesses need a person")
        .register(registry);
    Gauge.builder("anbinh.audit.witnesses.behind", this, WitnessMetrics::behindSeconds)
        .description("how long a head of the log has waited for its quorum")
        .baseUnit("seconds")
        .register(registry);
  }

  private double alarm() {
    return witnesses.findReport().map(report -> report.alarm() ? 1.0 : 0.0).orElse(0.0);
  }

  private double behindSeconds() {
    return witnesses
        .findReport()
        .map(report -> {
          Instant since = report.behindSince();
          return since == null
              ? 0.0
              : (double) Duration.between(since, clock.instant()).toMillis() / 1000;
        })
        .orElse(0.0);
  }
}
