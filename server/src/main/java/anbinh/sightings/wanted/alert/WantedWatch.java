package anbinh.sightings.wanted.alert;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.sightings.store.SightingStream;
import anbinh.sightings.wanted.WantedVehicles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Watches for wanted vehicles: compares passes as they are stored, notes which entries have
/// expired, and tells the duty officers of alerts.
@Component
@OnlyWhenServing
class WantedWatch extends PollingWorker {
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofSeconds(30);
  private static final int MAX_TOLD = 100;

  private final WantedMatching matching;
  private final WantedVehicles vehicles;
  private final WantedAlertTable table;
  private final WantedAlertMessages messages;
  private final SiteClock clock;
  private Instant tellAfter = Instant.MIN;

  WantedWatch(
      WantedMatching matching,
      WantedVehicles vehicles,
      WantedAlertTable table,
      WantedAlertMessages messages,
      SiteClock clock) {
    super("wanted-vehicles", BETWEEN);
    this.matching = matching;
    this.vehicles = vehicles;
    this.table = table;
    this.messages = messages;
    this.clock = clock;
  }

  @EventListener
  void wakeAfter(SightingStream.Appended stored) {
    wakeAfterCommit();
  }

  @Override
  protected Duration round() throws InterruptedException {
    boolean more = true;
    while (more && isRunning()) {
      more = matching.some();
    }
    while (isRunning() && vehicles.expireSome() > 0) {
      // There may be more.
    }
    tell(clock.now());
    return BETWEEN;
  }

  /// Tells the duty officers what they do not know yet; tried again when nobody takes it.
  private void tell(Instant now) throws InterruptedException {
    if (!messages.isSetUp() || tellAfter.isAfter(now)) {
      return;
    }
    List<WantedAlert> untold = table.listUntold(now, MAX_TOLD);
    if (untold.isEmpty()) {
      return;
    }
    if (messages.send(untold, now)) {
      table.noteTold(untold.stream().map(WantedAlert::id).toList(), now);
    } else {
      tellAfter = now.plus(RETRY);
    }
  }
}
