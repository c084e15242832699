package anbinh.sightings.wanted.alert;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.sightings.Sighting;
import anbinh.sightings.store.SightingTable;
import anbinh.sightings.wanted.WantedComparison;
import anbinh.sightings.wanted.WantedEvent;
import anbinh.sightings.wanted.WantedTable;
import anbinh.sightings.wanted.WantedVehicle;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Follows the stream of passes behind a position of its own. Alerts, their entries of the log, and
/// the position are stored in one transaction: a crash loses no alert and doubles none.
@Component
class WantedMatching {
  private static final Logger LOG = LoggerFactory.getLogger(WantedMatching.class);
  private static final int SOME = 1_000;

  private final WantedTable wanted;
  private final WantedComparison comparison;
  private final WantedAlertTable alerts;
  private final SightingTable sightings;
  private final AreaTree areas;
  private final WantedAlertSettings settings;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  WantedMatching(
      WantedTable wanted,
      WantedComparison comparison,
      WantedAlertTable alerts,
      SightingTable sightings,
      AreaTree areas,
      WantedAlertSettings settings,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.wanted = wanted;
    this.comparison = comparison;
    this.alerts = alerts;
    this.sightings = sightings;
    this.areas = areas;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// Compares some passes with the list.
  ///
  /// @return whether there may be more
  @Transactional
  public boolean some() {
    long position = wanted.lockPosition();
    Instant now = clock.now();
    List<WantedVehicle> active = wanted.listActive(now);
    if (active.isEmpty()) {
      long last = sightings.lastPosition();
      if (last != position) {
        wanted.setPosition(last);
      }
      return false;
    }
    List<Sighting> next = sightings.listAfter(position, SOME);
    if (!next.isEmpty()) {
      Map<UUID, Set<UUID>> above = new HashMap<>();
      var matcher = new WantedMatcher(active, area -> above.computeIfAbsent(area, areas::above));
      Map<UUID, Boolean> logged = new HashMap<>();
      for (Sighting pass : next) {
        matcher.match(pass).stream()
            .filter(match -> logged.computeIfAbsent(match.vehicle().id(), _ -> isLogged(match)))
            .forEach(match -> raise(match, pass, now));
      }
      wanted.setPosition(next.getLast().position());
    }
    return next.size() == SOME;
  }

  /// Whether an entry is as the log tells of it: nobody is told to look for one that was written
  /// into the database.
  private boolean isLogged(WantedMatcher.Match match) {
    List<String> differences = comparison.differences(match.vehicle());
    if (!differences.isEmpty()) {
      LOG.error("no alert of wanted vehicle {}: {}", match.vehicle().code(), differences);
    }
    return differences.isEmpty();
  }

  private void raise(WantedMatcher.Match match, Sighting pass, Instant now) {
    var alert =
        new WantedAlert(
            ids.next(),
            match.vehicle().id(),
            pass.position(),
            pass.cameraId(),
            pass.areaId(),
            pass.bestAt(),
            match.reading(),
            now,
            now.plus(settings.expiresAfter()),
            null);
    if (alerts.insert(alert)) {
      log.record(
          Event.of(WantedEvent.ALERT_RAISED)
              .about("wanted-vehicle", match.vehicle().id(), match.vehicle().code())
              .within(alert.areaId())
              .fact("alert", alert.id())
              .detail("plate", match.vehicle().plate())
              .detail("reading", alert.reading())
              .detail("camera", alert.cameraId())
              .detail("passedAt", alert.passedAt()));
    }
  }
}
