package anbinh.sightings.wanted.alert;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SiteClock;
import anbinh.sightings.wanted.WantedAccess;
import anbinh.sightings.wanted.WantedEvent;
import anbinh.sightings.wanted.alert.WantedAlert.WantedAlertState;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/wanted-vehicles/alerts`: passes that may be of wanted vehicles.
@RestController
@RequestMapping("/api/wanted-vehicles/alerts")
class WantedAlertsController {
  private final WantedAlerts alerts;
  private final WantedAlertTable table;
  private final WantedAlertMapper mapper;
  private final WantedAccess access;
  private final SiteClock clock;
  private final AuditLog log;

  WantedAlertsController(
      WantedAlerts alerts,
      WantedAlertTable table,
      WantedAlertMapper mapper,
      WantedAccess access,
      SiteClock clock,
      AuditLog log) {
    this.alerts = alerts;
    this.table = table;
    this.mapper = mapper;
    this.access = access;
    this.clock = clock;
    this.log = log;
  }

  /// @param finding what came out; left out where nothing did
  record WantedAcknowledgement(@Nullable WantedFinding finding) {}

  /// Those of one's areas, newest first.
  ///
  /// @param state null for all
  @GetMapping
  Page<WantedAlertView> list(@RequestParam @Nullable WantedAlertState state, PageRequest page) {
    Person by = access.reader();
    AreaScope scope = access.scope(by);
    Instant now = clock.now();
    Page<WantedAlert> cut =
        Page.of(
            table.list(scope, state, now, page.after(), page.rows()),
            page,
            Page.byId(WantedAlert::id),
            most -> table.count(scope, state, now, most));
    log.record(
        Event.of(WantedEvent.ALERTS_LISTED)
            .by(by.actor())
            .fact("count", cut.items().size())
            .fact("alerts", cut.items().stream().map(WantedAlert::id).toList()));
    return cut.with(mapper.views(cut.items()));
  }

  @PostMapping("/{id}/acknowledgement")
  WantedAlertView acknowledge(
      @PathVariable UUID id, @Valid @RequestBody WantedAcknowledgement requested) {
    var _ = access.checker();
    Person by = access.requireChecker(alerts.get(id).areaId());
    return mapper.views(List.of(alerts.acknowledge(id, requested.finding(), by))).getFirst();
  }
}
