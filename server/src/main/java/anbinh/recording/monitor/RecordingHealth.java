package anbinh.recording.monitor;

import anbinh.platform.OnlyWhenServing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether cameras are recorded: the component `recording` of `/actuator/health`.
///
/// `DOWN` when the footage disk is full, cannot be written or is not there, or when cameras should
/// be recorded and none is. `WARNING` when all cameras are switched off, or a file of footage is
/// lost. An office without cameras is `UP`.
@Component("recordingHealthIndicator")
@OnlyWhenServing
class RecordingHealth implements HealthIndicator {
  private static final Status WARNING = new Status("WARNING");

  /// Cameras that are being connected to, as after a start, are no trouble.
  private static final Duration CONNECTING = Duration.ofSeconds(30);

  private static final Duration STANDS_STILL = Duration.ofMinutes(1);

  private final RecordingMonitor monitor;
  private final InstantSource clock;

  RecordingHealth(RecordingMonitor monitor, InstantSource clock) {
    this.monitor = monitor;
    this.clock = clock;
  }

  @Override
  public Health health() {
    return monitor
        .findStatus()
        .map(status -> health(status, clock.instant()))
        .orElseGet(() -> Health.unknown().build());
  }

  static Health health(RecordingStatus status, Instant now) {
    Health.Builder health =
        Health.up()
            .withDetail("disk", status.disk().state())
            .withDetail("freeBytes", status.disk().freeBytes())
            .withDetail("cameras", status.cameras())
            .withDetail("switchedOn", status.requested())
            .withDetail("recording", status.recording())
            .withDetail("lostFiles", status.lostFiles());
    Instant none = status.noneSince();
    if (status.disk().state() != FootageDisk.State.WRITABLE) {
      health.down().withDetail("trouble", status.disk().detail());
    } else if (status.failing()) {
      health.down().withDetail("trouble", "the footage disk fails");
    } else if (none != null && !none.plus(CONNECTING).isAfter(now)) {
      health.down().withDetail("trouble", "no camera is recorded since " + none);
    } else if (status.at().plus(STANDS_STILL).isBefore(now)) {
      health.down().withDetail("trouble", "nobody has looked at recording since " + status.at());
    } else if (status.cameras() > 0 && status.requested() == 0) {
      health.status(WARNING).withDetail("trouble", "recording of all cameras is switched off");
    } else if (status.lostFiles() > 0) {
      health.status(WARNING).withDetail("trouble", "files of footage are lost");
    }
    return health.build();
  }
}
