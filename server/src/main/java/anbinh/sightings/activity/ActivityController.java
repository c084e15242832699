package anbinh.sightings.activity;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.recording.watch.SpanParameters;
import anbinh.sightings.store.SightingTable;
import anbinh.sightings.store.SightingTable.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cameras/{id}/activity`: how many vehicles and persons passed, for who may watch the
/// footage. It tells nothing of any of them, so it is no search.
@RestController
class ActivityController {
  private static final Role[] WATCHERS = {Role.DUTY_OFFICER, Role.INVESTIGATOR};
  private static final Duration MAX_SPAN = Duration.ofDays(32);

  /// So many parts are told at most.
  private static final int MAX_PARTS = 400;

  private static final List<Duration> PARTS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

  private final SightingTable table;
  private final Cameras cameras;
  private final Access access;

  ActivityController(SightingTable table, Cameras cameras, Access access) {
    this.table = table;
    this.cameras = cameras;
    this.access = access;
  }

  /// @param seconds length of a part
  /// @param items parts in which something passed, in order
  record ActivityView(long seconds, List<PartView> items) {
    ActivityView {
      items = List.copyOf(items);
    }
  }

  /// @param at when it begins
  record PartView(Instant at, int vehicles, int persons) {
    static PartView of(Activity counted) {
      return new PartView(counted.at(), counted.vehicles(), counted.persons());
    }
  }

  @GetMapping("/api/cameras/{id}/activity")
  ActivityView get(@PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to) {
    access.require(WATCHERS);
    Camera camera = cameras.get(id);
    access.require(camera.areaId(), WATCHERS);
    var span = SpanParameters.span(from, to, MAX_SPAN);
    Duration part =
        PARTS.stream()
            .filter(each -> span.length().dividedBy(each) <= MAX_PARTS)
            .findFirst()
            .orElse(Duration.ofDays(1));
    return new ActivityView(
        part.toSeconds(), table.countActivity(id, span, part).stream().map(PartView::of).toList());
  }
}
