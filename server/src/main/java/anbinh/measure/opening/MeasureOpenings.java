package anbinh.measure.opening;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Attempts;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureProblem;
import anbinh.measure.MeasureSettings;
import anbinh.measure.register.Measure;
import anbinh.measure.register.MeasureContent;
import anbinh.measure.register.MeasureNames;
import anbinh.measure.register.MeasureState;
import anbinh.measure.register.MeasureTable;
import anbinh.measure.register.Measures;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens sealed measures for an hour, which needs two people of two offices; each step is an entry
/// of the log. Roles are the caller's to check; wrong numbers are counted in memory only. Safe for
/// many threads.
@Component
class MeasureOpenings {
  private static final int MAX_WRONG = 10;
  private static final Duration DAY = Duration.ofDays(1);

  private final MeasureOpeningTable table;
  private final MeasureTable measures;
  private final MeasureSettings settings;
  private final Access access;
  private final People people;
  private final SiteClock calendar;
  private final Ids ids;
  private final AuditLog log;
  private final Attempts wrong;

  MeasureOpenings(
      MeasureOpeningTable table,
      MeasureTable measures,
      MeasureSettings settings,
      Access access,
      People people,
      SiteClock calendar,
      Ids ids,
      AuditLog log,
      InstantSource clock) {
    this.table = table;
    this.measures = measures;
    this.settings = settings;
    this.access = access;
    this.people = people;
    this.calendar = calendar;
    this.ids = ids;
    this.log = log;
    this.wrong = new Attempts(clock, MAX_WRONG, DAY);
  }

  Instant now() {
    return calendar.now();
  }

  List<MeasureOpening> list(Collection<UUID> communes, Collection<UUID> own, Person by) {
    List<MeasureOpening> found = find(communes, own, by);
    log.record(Event.of(MeasureEvent.OPENINGS_LISTED).by(by.actor()));
    return found;
  }

  /// The same for a count, which no log has: a page that is open asks for it by itself.
  List<MeasureOpening> find(Collection<UUID> communes, Collection<UUID> own, Person by) {
    return table.list(communes, own, now().minus(settings.signWithin())).stream()
        .filter(each -> own.contains(each.askedBy()) || !isAbout(each.measureId(), by))
        .toList();
  }

  /// Whether nobody answered it in time.
  boolean isLapsed(MeasureOpening each) {
    return each.answer() == null && !each.askedAt().plus(settings.signWithin()).isAfter(now());
  }

  /// Asks for one by its number; it opens nothing. Whoever gives wrong ones is not answered any
  /// more on that day, be it a right one.
  @Transactional
  MeasureOpening ask(String code, String reason, Person by) {
    wrong
        .begin(by.id().toString())
        .ifPresent(wait -> {
          throw Problem.of(MeasureProblem.MEASURE_NUMBERS_OVER).after(wait);
        });
    Measure measure = lockForUpdate(code, by);
    wrong.undo(by.id().toString());
    if (by.has(Role.CHAIR)) {
      throw access.refuse(MeasureProblem.OWN_MEASURE_OPENING, "measure", measure.id());
    }
    UUID measureId = measure.id();
    requireSealed(measure);
    Instant now = now();
    if (table.isPending(measureId, now.minus(settings.signWithin()), now)) {
      throw Problem.of(MeasureProblem.MEASURE_OPENING_PENDING, measure.code());
    }
    var asked =
        new MeasureOpening(
            ids.next(), measureId, measure.code(), measure.communeId(), reason, by.id(), now, null);
    table.insert(asked, reason);
    log.record(Measures.event(MeasureEvent.OPENING_ASKED, measure, by).fact("opening", asked.id()));
    return asked;
  }

  private Measure lockForUpdate(String code, Person by) {
    Measure found =
        measures
            .find(code)
            .orElseThrow(() -> access.refuse(MeasureProblem.NO_SUCH_MEASURE, "measure", "unknown"));
    Measure measure =
        access.may(by, found.communeId(), Role.COMMUNITY_OFFICER)
            ? measures.findForUpdate(found.id()).orElse(null)
            : null;
    if (measure == null
        || isAbout(measure.id(), by)
        || (!measure.keeperId().equals(by.id()) && !opens(measure))) {
      throw access.refuse(MeasureProblem.NO_SUCH_MEASURE, "measure", found.id());
    }
    return measure;
  }

  /// What the chair says, who is somebody else than who asked, recorded or keeps it, by another
  /// account neither.
  @Transactional
  MeasureOpening answer(UUID id, boolean signs, Person by) {
    MeasureOpening asked = table.findForUpdate(id).orElseThrow(MeasureOpenings::unknown);
    Measure measure = measures.findForUpdate(asked.measureId()).orElseThrow();
    if (!mayAnswer(asked, measure, by)) {
      throw access.refuse(MeasureProblem.OWN_MEASURE_OPENING, "measure", measure.id());
    }
    if (asked.answer() != null || isLapsed(asked)) {
      throw Problem.of(MeasureProblem.MEASURE_OPENING_OVER, measure.code());
    }
    requireSealed(measure);
    Instant now = now();
    table.answer(
        id, new MeasureOpening.Answer(by.id(), now, signs ? now.plus(settings.openFor()) : null));
    log.record(
        Measures.event(
                signs ? MeasureEvent.OPENING_SIGNED : MeasureEvent.OPENING_REFUSED, measure, by)
            .fact("opening", id));
    return get(id);
  }

  /// Two offices, and not only two people: who holds both neither signs nor asks.
  private boolean mayAnswer(MeasureOpening asked, Measure measure, Person by) {
    return !by.has(Role.COMMUNITY_OFFICER)
        && !isChair(asked.askedBy())
        && Stream.of(asked.askedBy(), measure.recorded().by(), measure.keeperId())
            .distinct()
            .noneMatch(each -> people.maybeSame(by, each))
        && !isAbout(measure.id(), by);
  }

  /// Until when each of those waits that somebody may answer as the chair of some communes.
  List<Instant> waiting(Collection<UUID> communes, Person by) {
    return find(communes, List.of(), by).stream()
        .filter(each -> each.answer() == null && !isLapsed(each))
        .filter(each ->
            measures
                .find(each.measureId())
                .filter(measure -> mayAnswer(each, measure, by))
                .isPresent())
        .map(each -> each.askedAt().plus(settings.signWithin()))
        .toList();
  }

  /// Reads one within its hour; every reading is an entry of the log.
  @Transactional
  MeasureContent read(MeasureOpening opening, Person by) {
    Measure measure = measures.find(opening.measureId()).orElseThrow();
    requireSealed(measure);
    if (!opening.openAt(now())) {
      throw Problem.of(MeasureProblem.MEASURE_OPENING_OVER, measure.code());
    }
    MeasureContent content = measures.findContent(measure.id()).orElseThrow();
    log.record(Measures.event(MeasureEvent.SEALED_READ, measure, by).fact("opening", opening.id()));
    return content;
  }

  MeasureOpening get(UUID id) {
    return table.find(id).orElseThrow(MeasureOpenings::unknown);
  }

  static Problem unknown() {
    return Problem.of(MeasureProblem.NO_SUCH_MEASURE_OPENING);
  }

  private boolean isChair(UUID person) {
    return people.find(person).filter(each -> each.has(Role.CHAIR)).isPresent();
  }

  /// Whether somebody may be who a measure is about, by name.
  private boolean isAbout(UUID measureId, Person by) {
    return measures
        .findContent(measureId)
        .filter(content -> MeasureNames.same(content.name(), by.displayName()))
        .isPresent();
  }

  /// Whether it is one that can be opened; of others, who does not keep it learns nothing.
  private boolean opens(Measure measure) {
    return !measure.minor()
        && measure.erasedAt() == null
        && measure.state() != MeasureState.WAITING
        && measure.isSealed(calendar.today());
  }

  private void requireSealed(Measure measure) {
    if (measure.minor() && measure.isSealed(calendar.today())) {
      throw Problem.of(MeasureProblem.MINOR_STAYS_SEALED, measure.code());
    }
    if (measure.erasedAt() != null) {
      throw Problem.of(MeasureProblem.MEASURE_ERASED, measure.code());
    }
    if (measure.state() == MeasureState.WAITING || !measure.isSealed(calendar.today())) {
      throw Problem.of(MeasureProblem.MEASURE_ELSEWHERE, measure.code());
    }
  }
}
