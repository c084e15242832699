package anbinh.recording.find;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.view.FieldsOfView;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.recording.RecordingEvent;
import anbinh.recording.Span;
import anbinh.recording.watch.SpanParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The path by which cameras are found that could have seen a place at a time. Every search is an
/// entry of the log; where somebody searched stands in its details.
@RestController
class FindController {
  private static final Role[] FINDERS = {Role.DUTY_OFFICER, Role.INVESTIGATOR};
  private static final Duration MAX_DURATION = Duration.ofDays(1);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
  private static final int MAX_SHOWN = 200;

  private final CandidateFinder finder;
  private final Access access;
  private final AreaTree areas;
  private final InstantSource clock;
  private final AuditLog log;

  FindController(
      CandidateFinder finder, Access access, AreaTree areas, InstantSource clock, AuditLog log) {
    this.finder = finder;
    this.access = access;
    this.areas = areas;
    this.clock = clock;
    this.log = log;
  }

  /// @param toleranceMetres how far from what a camera sees a place still counts as seen
  /// @param total of all cameras that see the place; `items` holds the best
  record CandidatesView(int toleranceMetres, int total, List<CandidateView> items) {
    CandidatesView {
      items = List.copyOf(items);
    }
  }

  @GetMapping("/api/cameras/candidates")
  CandidatesView candidates(
      @RequestParam double latitude,
      @RequestParam double longitude,
      @RequestParam Instant from,
      @RequestParam Instant to) {
    Person person = access.require(FINDERS);
    requireOnEarth(latitude, longitude);
    if (from.isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
      throw Problem.invalid("from", "past-or-present");
    }
    Span span = SpanParameters.span(from, to, MAX_DURATION);
    List<Candidate> found = finder.find(latitude, longitude, span, access.scope(person, FINDERS));
    log.record(
        Event.of(RecordingEvent.CAMERAS_SOUGHT)
            .by(person.actor())
            .fact("from", from)
            .fact("to", to)
            .fact("found", found.size())
            .detail("latitude", latitude)
            .detail("longitude", longitude));
    List<Candidate> shown = found.subList(0, Math.min(MAX_SHOWN, found.size()));
    Map<UUID, String> names = areas.names(Ids.of(shown, one -> one.seen().camera().areaId()));
    return new CandidatesView(
        FieldsOfView.TOLERANCE_METRES,
        found.size(),
        shown.stream()
            .map(one -> CandidateView.of(one, names.getOrDefault(one.seen().camera().areaId(), "")))
            .toList());
  }

  /// What is no number at all fails both comparisons.
  private static void requireOnEarth(double latitude, double longitude) {
    var wrong = new FieldProblems();
    if (!(Math.abs(latitude) <= 90)) {
      wrong.reject("latitude", "range", -90, 90);
    }
    if (!(Math.abs(longitude) <= 180)) {
      wrong.reject("longitude", "range", -180, 180);
    }
    wrong.requireNone();
  }
}
