package anbinh.oversight.finding;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.LoggedEvent;
import anbinh.oversight.OversightSettings;
import anbinh.oversight.access.CaseBook;
import anbinh.oversight.access.Covered;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessKind;
import anbinh.oversight.access.FootageAccessTable;
import anbinh.oversight.access.Seen;
import anbinh.oversight.access.Watchers;
import anbinh.platform.Inbound;
import anbinh.sightings.searches.PlateSearches;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rules. Each is plain enough to be said in one sentence to the person whom it found.
@Component
class RuleEngine {
  /// Of so many days of colleagues one can say what is usual.
  private static final int MIN_DAYS = 20;

  /// A growing day is looked at each time so many entries came.
  private static final int STEP = 10;

  private static final Set<FootageAccessKind> OF_TARGETS =
      EnumSet.of(FootageAccessKind.FOOTAGE, FootageAccessKind.PLACE, FootageAccessKind.LIVE);

  /// Watching live pictures is the work of duty officers: only somebody who mostly watches one.
  private static final int LIVE_LOOKS = 20;

  private static final int DENIALS = 3;
  private static final Duration DENIED_WITHIN = Duration.ofDays(7);
  private static final int OF_CLOSED_CASE = 3;

  /// What the entries are called in which an emergency access is judged.
  static final Set<String> TYPES = Set.of("emergency.reviewed", "emergency.review-overdue");

  private static final String SEARCHED = "sightings.searched";

  private final FootageAccessTable table;
  private final CaseBook cases;
  private final FindingTable findings;
  private final Watchers watchers;
  private final PlateSearches searches;
  private final AuditLog log;
  private final OversightSettings settings;

  RuleEngine(
      FootageAccessTable table,
      CaseBook cases,
      FindingTable findings,
      Watchers watchers,
      PlateSearches searches,
      AuditLog log,
      OversightSettings settings) {
    this.table = table;
    this.cases = cases;
    this.findings = findings;
    this.watchers = watchers;
    this.searches = searches;
    this.log = log;
    this.settings = settings;
  }

  /// What the rules say now that somebody began a look.
  List<Verdict> judge(FootageAccess look) {
    return Stream.of(repeatedTarget(look), offHours(look), refusedAgain(look), closedCase(look))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What is said of the day on which an entry was made. Every entry is to be given once.
  Optional<Verdict> judgeDay(LoggedEvent entry) {
    return Seen.in(entry)
        .filter(seen -> seen.kind() != FootageAccessKind.REFUSED)
        .flatMap(this::volume);
  }

  /// What an entry about an emergency access says of it.
  Optional<Verdict> judgeEmergency(LoggedEvent entry) {
    return emergencyRule(entry)
        .flatMap(rule ->
            Optional.ofNullable(entry.objectId())
                .flatMap(Inbound::id)
                .map(table::ofEmergency)
                .filter(looks -> !looks.isEmpty())
                .map(looks -> Verdict.ofEmergency(rule, looks)));
  }

  /// What an entry about a search for a plate says of the searcher, after its look was taken in.
  Optional<Verdict> judgeSearch(LoggedEvent entry) {
    UUID person = entry.actorId();
    UUID search = entry.findFact("search").flatMap(Inbound::id).orElse(null);
    if (!entry.type().equals(SEARCHED) || person == null || search == null) {
      return Optional.empty();
    }
    List<UUID> alike = searches.listAlike(search, entry.at().minus(settings.window()));
    if (alike.size() < settings.searches()) {
      return Optional.empty();
    }
    List<FootageAccess> looks = table.searches(person, log.indexes(alike).values());
    return looks.size() < settings.searches()
        ? Optional.empty()
        : Optional.of(Verdict.ofSearches(looks));
  }

  private static Optional<Rule> emergencyRule(LoggedEvent entry) {
    return switch (entry.type()) {
      case "emergency.review-overdue" -> Optional.of(Rule.EMERGENCY_UNREVIEWED);
      case "emergency.reviewed" ->
          entry
              .findFact("verdict")
              .filter("NOT_JUSTIFIED"::equals)
              .map(_ -> Rule.EMERGENCY_NOT_JUSTIFIED);
      default -> Optional.empty();
    };
  }

  private Optional<Verdict> repeatedTarget(FootageAccess look) {
    boolean live = look.kind() == FootageAccessKind.LIVE;
    if (look.covered() != Covered.NO || !OF_TARGETS.contains(look.kind())) {
      return Optional.empty();
    }
    Instant since = since(Rule.REPEATED_TARGET, look, look.targetId(), settings.window());
    List<FootageAccess> looks = table.uncovered(look.person(), look.kind(), look.targetId(), since);
    if (looks.size() < (live ? LIVE_LOOKS : settings.looks())) {
      return Optional.empty();
    }
    long elsewhere = table.uncoveredElsewhere(look, since);
    FootageAccessTable.Others others = table.others(look, look.firstAt().minus(settings.window()));
    double expected = PoissonTail.expected(elsewhere, others.atTarget(), others.all());
    boolean chance = PoissonTail.ofAtLeast(looks.size(), expected) > 1.0 / settings.odds();
    return chance || (live && looks.size() < elsewhere)
        ? Optional.empty()
        : Optional.of(Verdict.ofTarget(Rule.REPEATED_TARGET, looks, elsewhere, others));
  }

  private Optional<Verdict> volume(Seen seen) {
    LocalDate day = watchers.day(seen.at());
    long entries = table.count(seen, day);
    if (entries < settings.volume() || entries % STEP != 0) {
      return Optional.empty();
    }
    Optional<Long> usual = table.usual(seen, day, settings.window(), MIN_DAYS);
    if (usual.isEmpty()
        || entries < usual.get() * settings.volumeTimes()
        || findings.isDayClosed(Rule.VOLUME, seen.person(), seen.kind(), day)) {
      return Optional.empty();
    }
    List<FootageAccess> looks =
        table.of(seen.person(), seen.kind(), watchers.begin(day), watchers.begin(day.plusDays(1)));
    return looks.isEmpty()
        ? Optional.empty()
        : Optional.of(Verdict.ofDay(Rule.VOLUME, day, entries, usual.get(), looks));
  }

  private Optional<Verdict> offHours(FootageAccess look) {
    if (!look.offHours() || look.covered() != Covered.NO) {
      return Optional.empty();
    }
    List<FootageAccess> looks =
        table.offHours(look.person(), since(Rule.OFF_HOURS, look, null, settings.window()));
    long nights = looks.stream().map(each -> night(each.firstAt())).distinct().count();
    return looks.isEmpty() || nights < settings.nights()
        ? Optional.empty()
        : Optional.of(Verdict.ofNights(Rule.OFF_HOURS, nights, looks));
  }

  /// The day on which the night of a moment began.
  private LocalDate night(Instant at) {
    return watchers.day(at.minus(Duration.ofHours(settings.workFrom())));
  }

  private Optional<Verdict> refusedAgain(FootageAccess look) {
    if (look.kind() == FootageAccessKind.REFUSED) {
      Instant since = since(Rule.REFUSED_AGAIN, look, look.targetId(), DENIED_WITHIN);
      List<FootageAccess> tries =
          table.uncovered(look.person(), FootageAccessKind.REFUSED, look.targetId(), since);
      return tries.size() < DENIALS
          ? Optional.empty()
          : Optional.of(Verdict.ofTarget(Rule.REFUSED_AGAIN, tries));
    }
    UUID request =
        look.kind() == FootageAccessKind.REQUEST ? Inbound.id(look.targetId()).orElse(null) : null;
    if (request == null) {
      return Optional.empty();
    }
    List<CaseBook.Refused> refused =
        cases.refusedBefore(request, look.firstAt().minus(settings.window()));
    Optional<UUID> now = cases.caseOf(request);
    boolean elsewhere =
        refused.stream().anyMatch(each -> now.filter(each.caseId()::equals).isEmpty());
    if (refused.isEmpty() || (refused.size() < 2 && !elsewhere)) {
      return Optional.empty();
    }
    List<FootageAccess> looks =
        new ArrayList<>(
            table.atRequests(
                look.person(), refused.stream().map(CaseBook.Refused::request).toList()));
    looks.add(look);
    return Optional.of(Verdict.ofTarget(Rule.REFUSED_AGAIN, looks));
  }

  private Optional<Verdict> closedCase(FootageAccess look) {
    UUID about = look.caseId();
    if (look.covered() != Covered.CLOSED_CASE || about == null) {
      return Optional.empty();
    }
    Instant since = since(Rule.CLOSED_CASE, look, about.toString(), settings.window());
    List<FootageAccess> looks = table.ofClosedCase(look.person(), about, since);
    return looks.size() < OF_CLOSED_CASE
        ? Optional.empty()
        : Optional.of(Verdict.ofCase(Rule.CLOSED_CASE, about, looks));
  }

  /// From when on looks count: what a closed finding was about does not count again.
  private Instant since(Rule rule, FootageAccess look, @Nullable String target, Duration window) {
    Instant oldest = look.firstAt().minus(window);
    return findings
        .findLastClosed(rule, look.person(), rule.acrossKinds() ? null : look.kind(), target)
        .filter(oldest::isBefore)
        .orElse(oldest);
  }
}
