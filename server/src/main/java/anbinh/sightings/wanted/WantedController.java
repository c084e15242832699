package anbinh.sightings.wanted;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaScope;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenReason;
import anbinh.platform.WrittenText;
import anbinh.sightings.wanted.WantedForms.NewWantedVehicle;
import anbinh.sightings.wanted.WantedForms.WantedDecision;
import anbinh.sightings.wanted.WantedForms.WantedEnd;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/wanted-vehicles`: the list of wanted vehicles. There is no import: each entry is asked for
/// and decided by itself.
@RestController
@RequestMapping("/api/wanted-vehicles")
class WantedController {
  private final WantedVehicles vehicles;
  private final WantedTable table;
  private final WantedAccess access;
  private final WantedResponseMapper mapper;
  private final AreaTree areas;
  private final SiteClock clock;
  private final AuditLog log;

  WantedController(
      WantedVehicles vehicles,
      WantedTable table,
      WantedAccess access,
      WantedResponseMapper mapper,
      AreaTree areas,
      SiteClock clock,
      AuditLog log) {
    this.vehicles = vehicles;
    this.table = table;
    this.access = access;
    this.mapper = mapper;
    this.areas = areas;
    this.clock = clock;
    this.log = log;
  }

  /// Those of one's areas, newest first.
  ///
  /// @param state null for all
  @GetMapping
  Page<WantedView> list(@RequestParam @Nullable WantedState state, PageRequest page) {
    Person by = access.reader();
    AreaScope scope = access.scope(by);
    Page<WantedVehicle> cut =
        Page.of(
            table.list(scope, state, page.after(), page.rows()),
            page,
            Page.byId(WantedVehicle::id),
            most -> table.count(scope, state, most));
    log.record(Event.of(WantedEvent.LISTED).by(by.actor()).fact("count", cut.items().size()));
    return cut.with(mapper.views(cut.items(), by));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WantedView request(@Valid @RequestBody NewWantedVehicle requested) {
    Person by = access.requireRequester(requested.areaId(), requested.caseId());
    return mapper.view(vehicles.request(requested.check(areas, clock.today()), by), by);
  }

  @PostMapping("/{id}/decision")
  WantedView decide(@PathVariable UUID id, @Valid @RequestBody WantedDecision requested) {
    var _ = access.approver();
    WantedVehicle vehicle = vehicles.get(id);
    String reason = WrittenReason.of(requested.reason());
    Person by = access.requireDecider(vehicle);
    return mapper.view(vehicles.decide(id, requested.outcome(), reason, by), by);
  }

  @PostMapping("/{id}/end")
  WantedView end(@PathVariable UUID id, @Valid @RequestBody WantedEnd requested) {
    var _ = access.ender();
    Person by = access.requireEnder(vehicles.get(id));
    return mapper.view(vehicles.end(id, WrittenText.orNull(requested.note()), by), by);
  }
}
