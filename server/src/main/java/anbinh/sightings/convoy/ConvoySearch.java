package anbinh.sightings.convoy;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.cases.CaseFile;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.SightingEvent;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.casepass.CasePass;
import anbinh.sightings.casepass.CasePasses;
import anbinh.sightings.convoy.ConvoyView.CompanionView;
import anbinh.sightings.convoy.ConvoyView.MeetingView;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.feed.IndexFeed;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.store.SightingTable;
import anbinh.vision.ObjectClass;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the vehicles that passed the same cameras as one of a case, within minutes of it, and says
/// by what chance they would. A search as any other: an entry of the log, counted on the public
/// page. Rights are the caller's to check. Safe for many threads.
@Component
@OnlyWhenServing
class ConvoySearch {
  private static final int MAX_COMPANIONS = 20;

  /// Of more passes of one vehicle, the latest are counted.
  private static final int MAX_PASSES = 2_000;

  private static final Comparator<CompanionView> ORDER =
      Comparator.comparingInt(CompanionView::trips)
          .thenComparingInt(each -> each.meetings().size())
          .reversed()
          .thenComparing(CompanionView::expected, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(CompanionView::text);

  private final CasePasses passes;
  private final SightingTable table;
  private final IndexFeed feed;
  private final Cameras cameras;
  private final SiteClock clock;
  private final Duration retention;
  private final AuditLog log;

  ConvoySearch(
      CasePasses passes,
      SightingTable table,
      IndexFeed feed,
      Cameras cameras,
      SiteClock clock,
      SightingSettings settings,
      AuditLog log) {
    this.passes = passes;
    this.table = table;
    this.feed = feed;
    this.cameras = cameras;
    this.clock = clock;
    this.retention = settings.retention();
    this.log = log;
  }

  /// A pass that was asked about.
  ///
  /// @param trip from 0
  private record Stop(CasePass pass, int trip) {}

  /// Another vehicle near a stop.
  private record Meeting(Stop stop, Sighting seen) {
    Duration apart() {
      return Duration.between(stop.pass().bestAt(), seen.bestAt());
    }
  }

  ConvoyView find(CaseFile file, ConvoyForm form, String reason, Person by, AreaScope scope)
      throws IOException {
    List<CasePass> asked = passes.listConfirmed(file.id(), Set.copyOf(form.positions()));
    if (asked.size() < Set.copyOf(form.positions()).size() || asked.size() < 2) {
      throw Problem.invalid("positions", "sighting-confirmed");
    }
    List<Stop> stops = stops(asked);
    Duration within = Duration.ofMinutes(form.minutes());
    Map<String, List<Meeting>> met = meetings(stops, within, scope);
    List<CompanionView> companions = companions(stops, within, met);
    log.record(
        Event.of(SightingEvent.SEARCHED)
            .by(by.actor())
            .about("case", file.id(), file.code())
            .within(file.areaId())
            .fact("found", companions.size())
            .fact("continued", false)
            .fact("minutes", form.minutes())
            .detail("text", form.positions().toString())
            .detail("reason", reason));
    return new ConvoyView(stops.getLast().trip() + 1, met.size(), companions);
  }

  private static List<Stop> stops(List<CasePass> asked) {
    List<Integer> trips = TripProbability.trips(asked.stream().map(CasePass::bestAt).toList());
    List<Stop> stops = new ArrayList<>();
    for (CasePass pass : asked) {
      stops.add(new Stop(pass, trips.get(stops.size())));
    }
    return stops;
  }

  /// Where others passed near, by what their plates were read as.
  private Map<String, List<Meeting>> meetings(List<Stop> stops, Duration within, AreaScope scope) {
    List<String> own =
        table.list(stops.stream().map(each -> each.pass().position()).toList()).stream()
            .flatMap(each -> each.readings().stream().map(PlateReading::text))
            .filter(PlateCode::fits)
            .distinct()
            .toList();
    Map<String, Map<Long, Meeting>> met = new TreeMap<>();
    for (Stop stop : stops) {
      Instant at = stop.pass().bestAt();
      for (Sighting seen : table.list(stop.pass().cameraId(), at.minus(within), at.plus(within))) {
        String text = plate(seen);
        if (text != null
            && scope.includes(seen.areaId())
            && own.stream().noneMatch(each -> Alignment.isAlike(each, text))) {
          met.computeIfAbsent(text, _ -> new TreeMap<>())
              .merge(seen.position(), new Meeting(stop, seen), ConvoySearch::nearer);
        }
      }
    }
    return met.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> inOrder(each.getValue().values())));
  }

  /// What a vehicle's plate was surely read as; null where it was not, and for persons.
  private static @Nullable String plate(Sighting seen) {
    if (seen.weakness() != null
        || seen.readings().isEmpty()
        || seen.objectClass() == ObjectClass.PERSON) {
      return null;
    }
    String text = seen.readings().getFirst().text();
    return PlateCode.fits(text) ? text : null;
  }

  private static Meeting nearer(Meeting one, Meeting other) {
    return one.apart().abs().compareTo(other.apart().abs()) <= 0 ? one : other;
  }

  private static List<Meeting> inOrder(Collection<Meeting> meetings) {
    return meetings.stream().sorted(Comparator.comparing(each -> each.seen().bestAt())).toList();
  }

  private List<CompanionView> companions(
      List<Stop> stops, Duration within, Map<String, List<Meeting>> met) throws IOException {
    List<Map.Entry<String, List<Meeting>>> often =
        met.entrySet().stream()
            .filter(each -> each.getValue().size() > 1)
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, List<Meeting>> each) -> trips(each.getValue()))
                    .thenComparingInt(each -> each.getValue().size())
                    .reversed())
            .limit(MAX_COMPANIONS)
            .toList();
    List<Meeting> shown = often.stream().flatMap(each -> each.getValue().stream()).toList();
    Map<Long, String> pictures =
        table.pictures(shown.stream().map(each -> each.seen().position()).toList());
    Map<UUID, Camera> seenBy =
        cameras.list(Ids.of(shown, each -> each.seen().cameraId())).stream()
            .collect(Collectors.toMap(Camera::id, Function.identity()));
    Map<UUID, TripProbability.Known> known = known(stops);
    List<CompanionView> companions = new ArrayList<>();
    for (Map.Entry<String, List<Meeting>> each : often) {
      int trips = trips(each.getValue());
      companions.add(
          new CompanionView(
              each.getKey(),
              trips,
              trips < 2
                  ? null
                  : met.size() * probability(each.getKey(), trips, stops, within, known),
              each.getValue().stream().map(one -> view(one, seenBy, pictures)).toList()));
    }
    companions.sort(ORDER);
    return companions;
  }

  private static int trips(List<Meeting> meetings) {
    return (int) meetings.stream().map(each -> each.stop().trip()).distinct().count();
  }

  /// Over which span it is known who passed the cameras of some stops.
  private Map<UUID, TripProbability.Known> known(List<Stop> stops) {
    Instant now = clock.now();
    Instant oldest = now.minus(retention);
    return stops.stream()
        .map(each -> each.pass().cameraId())
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                camera ->
                    new TripProbability.Known(
                        table.first(camera, oldest).orElse(now), now, clock.zone())));
  }

  /// That a vehicle which passes these cameras as often as this one is on so many of the trips.
  private double probability(
      String text,
      int trips,
      List<Stop> stops,
      Duration within,
      Map<UUID, TripProbability.Known> known)
      throws IOException {
    Map<UUID, List<Instant>> passed = passes(text, known.keySet());
    Set<LocalDate> apart =
        stops.stream()
            .map(each -> each.pass().bestAt().atZone(clock.zone()).toLocalDate())
            .collect(Collectors.toSet());
    Map<Integer, Double> probabilities = new TreeMap<>();
    for (Stop stop : stops) {
      UUID camera = stop.pass().cameraId();
      probabilities.merge(
          stop.trip(),
          TripProbability.near(
              stop.pass().bestAt(),
              within,
              passed.getOrDefault(camera, List.of()),
              apart,
              Objects.requireNonNull(known.get(camera))),
          Math::max);
    }
    return TripProbability.atLeast(trips, List.copyOf(probabilities.values()));
  }

  /// When a vehicle passed some cameras.
  private Map<UUID, List<Instant>> passes(String text, Set<UUID> passedCameras) throws IOException {
    Instant now = clock.now();
    List<Hit> hits =
        feed.search()
            .search(
                new PassQuery(
                    Map.of(PlateCode.of(text), 0),
                    passedCameras.stream().map(UUID::toString).collect(Collectors.toSet()),
                    now.minus(retention).toEpochMilli(),
                    now.toEpochMilli(),
                    Set.of(),
                    Set.of(),
                    null,
                    false,
                    null,
                    MAX_PASSES));
    Map<UUID, List<Instant>> passed = new HashMap<>();
    for (Sighting each : table.list(hits.stream().map(Hit::position).toList())) {
      passed.computeIfAbsent(each.cameraId(), _ -> new ArrayList<>()).add(each.bestAt());
    }
    return passed;
  }

  private static MeetingView view(
      Meeting meeting, Map<UUID, Camera> known, Map<Long, String> pictures) {
    Sighting seen = meeting.seen();
    Camera camera = known.get(seen.cameraId());
    return new MeetingView(
        seen.position(),
        meeting.stop().pass().position(),
        seen.cameraId(),
        camera == null ? "" : camera.code(),
        camera == null ? "" : camera.name(),
        seen.bestAt(),
        meeting.apart().toSeconds(),
        pictures.get(seen.position()));
  }
}
