package anbinh.situation.officer;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Viewer;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.officer.SituationView.ReportVersionView;
import anbinh.situation.officer.SituationView.SituationContentView;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationSearch;
import anbinh.situation.report.SituationSearch.Sought;
import anbinh.situation.report.SituationState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reports of a commune that a community officer reads under an emergency access: what was written
/// in those that are not guarded. Who reported, who told it to them, and files do not open by it.
/// Safe for many threads.
@Component
class SituationEmergencies {
  private static final int MAX = 20;
  private static final int MIN_ATTRIBUTES = 2;

  /// Searches of one emergency access, so that nobody leafs through a commune by many of them.
  private static final int MAX_SEARCHES = 30;

  /// Of which those are left out that name the reader, before it is said whether there are more.
  private static final int ROWS = 200;

  private final SituationSearch search;
  private final SituationAccess access;
  private final SituationService keeper;
  private final SituationResponseMapper views;
  private final SituationDeadlines clock;
  private final Access rights;
  private final People people;
  private final Areas areas;
  private final AuditLog log;

  SituationEmergencies(
      SituationSearch search,
      SituationAccess access,
      SituationService keeper,
      SituationResponseMapper views,
      SituationDeadlines clock,
      Access rights,
      People people,
      Areas areas,
      AuditLog log) {
    this.search = search;
    this.access = access;
    this.keeper = keeper;
    this.views = views;
    this.clock = clock;
    this.rights = rights;
    this.people = people;
    this.areas = areas;
    this.log = log;
  }

  /// A report as a search in an emergency shows it: nothing of what was written.
  ///
  /// @param villageName null where the reporter does not know
  record EmergencySituation(
      UUID id,
      String code,
      @Nullable UUID villageId,
      @Nullable String villageName,
      String kind,
      boolean danger,
      boolean injured,
      SituationState state,
      @Nullable Instant happenedAt,
      HappenedPrecision precision,
      Instant receivedAt) {}

  /// What a search found, the last ones received.
  ///
  /// @param more whether there are more than the twenty that are shown: more is to be said then
  record EmergencySituations(List<EmergencySituation> found, boolean more) {
    EmergencySituations {
      found = List.copyOf(found);
    }
  }

  /// One that was opened.
  record EmergencyReading(EmergencySituation situation, SituationContentView content) {
    @Override
    public String toString() {
      return "EmergencyReading[" + situation.code() + "]";
    }
  }

  /// Two things must be known of what is sought, so that nobody leafs through a commune.
  EmergencySituations seek(
      UUID communeId,
      @Nullable String code,
      @Nullable String kind,
      @Nullable UUID villageId,
      @Nullable LocalDate day) {
    Viewer viewer = rights.requireReading(communeId);
    UUID emergency = Objects.requireNonNull(viewer.emergency());
    if (Stream.of(code, kind, villageId, day).filter(Objects::nonNull).count() < MIN_ATTRIBUTES) {
      throw Problem.invalid("kind", "situation-search");
    }
    if (villageId != null
        && !areas
            .find(villageId)
            .map(each -> communeId.equals(areas.communeOf(each.id())))
            .orElse(false)) {
      throw Problem.invalid("villageId", "situation-village");
    }
    if (!search.count(emergency, MAX_SEARCHES)) {
      throw Problem.of(SituationProblem.SITUATION_SEARCHES_OVER, MAX_SEARCHES);
    }
    var sought =
        new Sought(
            communeId,
            code == null ? null : code.toUpperCase(Locale.ROOT),
            kind,
            villageId,
            day == null ? null : day.atStartOfDay(clock.zone()).toInstant(),
            day == null ? null : day.plusDays(1).atStartOfDay(clock.zone()).toInstant());
    List<Situation> found =
        search.seek(sought, people.accountsOf(viewer.person().id()), ROWS).stream()
            .filter(each -> !access.isNamedAnywhere(each, viewer.person()))
            .limit(MAX + 1)
            .toList();
    List<Situation> shown = found.stream().limit(MAX).toList();
    log.record(sought(viewer, emergency, sought, day).fact("count", shown.size()));
    Map<UUID, String> villages = areas.names(Ids.of(shown, each -> each.place().villageId()));
    return new EmergencySituations(
        shown.stream().map(each -> view(each, villages)).toList(), found.size() > MAX);
  }

  /// What was sought, so that a reviewer tells a search from leafing; of the kind and the number
  /// only that they were said.
  private static Event sought(
      Viewer viewer, UUID emergency, Sought sought, @Nullable LocalDate day) {
    var by = new ArrayList<String>();
    if (sought.code() != null) {
      by.add("CODE");
    }
    if (sought.kind() != null) {
      by.add("KIND");
    }
    if (sought.villageId() != null) {
      by.add("VILLAGE");
    }
    if (day != null) {
      by.add("DAY");
    }
    Event event =
        Event.of(SituationEvent.EMERGENCY_SOUGHT)
            .by(viewer.person().actor())
            .fact("emergency", emergency)
            .fact("area", sought.communeId())
            .fact("attributes", String.join(" ", by));
    if (sought.villageId() != null) {
      event = event.fact("village", sought.villageId());
    }
    return day == null ? event : event.fact("day", day.toString());
  }

  /// Every reading is an entry of the log that names the emergency access, and a line of the
  /// report's history.
  @Transactional
  EmergencyReading read(UUID id) {
    Situation one = keeper.lockForUpdate(id);
    Viewer viewer = access.requireEmergency(one);
    SituationContentView content = withoutReporter(views.content(keeper.content(one)));
    keeper.noteEmergency(one, viewer.person(), Objects.requireNonNull(viewer.emergency()));
    UUID village = one.place().villageId();
    return new EmergencyReading(
        view(one, village == null ? Map.of() : areas.names(List.of(village))), content);
  }

  /// Without who told it to the reporter, and without the clock of their telephone.
  private static SituationContentView withoutReporter(SituationContentView all) {
    return new SituationContentView(
        all.versions().stream()
            .map(each ->
                new ReportVersionView(
                    each.number(),
                    each.at(),
                    each.by(),
                    null,
                    each.status(),
                    each.said(),
                    each.circumstances(),
                    new ReportWords(
                        each.words().seen(),
                        each.words().told(),
                        "",
                        each.words().placeWords(),
                        each.words().point(),
                        each.words().people())))
            .toList(),
        all.current(),
        all.notes());
  }

  private static EmergencySituation view(Situation one, Map<UUID, String> villages) {
    UUID village = one.place().villageId();
    return new EmergencySituation(
        one.id(),
        one.code(),
        village,
        village == null ? null : villages.getOrDefault(village, ""),
        one.nature().kind(),
        one.nature().danger(),
        one.nature().injured(),
        one.state(),
        one.times().happenedAt(),
        one.times().precision(),
        one.times().receivedAt());
  }
}
