package anbinh.community.measure.register;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.community.measure.MeasureEvent;
import anbinh.community.measure.MeasureProblem;
import anbinh.community.measure.MeasureSettings;
import anbinh.community.measure.kind.MeasureRule;
import anbinh.community.measure.kind.MeasureRuleTable;
import anbinh.community.measure.register.Measure.Recorded;
import anbinh.community.measure.register.Measure.Span;
import anbinh.community.measure.register.MeasureAccess.On;
import anbinh.community.measure.register.MeasureContent.ChangeKind;
import anbinh.community.measure.register.MeasureContent.MeasureChange;
import anbinh.community.measure.register.MeasureContent.MeasurePaper;
import anbinh.community.measure.register.MeasureForms.NewMeasure;
import anbinh.community.measure.register.MeasureForms.NewMeasureChange;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.identity.Access;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.Problem;
import anbinh.seal.tree.Hash;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records measures, has them confirmed by another person and changed by papers, seals them at
/// their end and erases them later. Roles are the caller's to check; what somebody is to a measure
/// is checked where its row is held. Safe for many threads.
@Component
public class Measures {
  private static final String CODE_PREFIX = "BP";
  private static final int CODES = 1_000_000;
  private static final int MOST_CHANGES = 30;

  private final SecureRandom random = new SecureRandom();
  private final MeasureTable table;
  private final MeasureAccess measureAccess;
  private final MeasureRuleTable rules;
  private final MeasureSettings settings;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final TeamCalendar calendar;
  private final AuditLog log;

  Measures(
      MeasureTable table,
      MeasureAccess measureAccess,
      MeasureRuleTable rules,
      MeasureSettings settings,
      Areas areas,
      Access access,
      People people,
      TeamCalendar calendar,
      AuditLog log) {
    this.table = table;
    this.measureAccess = measureAccess;
    this.rules = rules;
    this.settings = settings;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.calendar = calendar;
    this.log = log;
  }

  public LocalDate today() {
    return calendar.today();
  }

  public Measure get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(MeasureProblem.NO_SUCH_MEASURE));
  }

  /// The commune of a village, or a problem that names it.
  public UUID communeOf(UUID villageId) {
    return areas
        .findPresent(villageId)
        .filter(each -> each.kind() == AreaKind.RESIDENTIAL_AREA)
        .map(Area::id)
        .map(areas::communeOf)
        .orElseThrow(() -> Problem.invalid("villageId", "no-village"));
  }

  /// Records one, which waits for the chair. Whether there is another one of the same name is asked
  /// nowhere, so that nothing is told of it.
  ///
  /// @return the measure; the same where it was sent before
  @Transactional
  public Measure record(NewMeasure wanted, Person by) {
    Optional<Measure> before = table.find(wanted.id());
    if (before.isPresent()) {
      Measure known = before.get();
      if (!known.recorded().by().equals(by.id())) {
        throw Problem.invalid("id", "measure-id");
      }
      if (!measureAccess.on(known, by).keeps()) {
        throw measureAccess.refuse(known.id());
      }
      if (isOtherwise(known, wanted)) {
        throw Problem.of(MeasureProblem.MEASURE_SENT_BEFORE, known.code());
      }
      return known;
    }
    UUID commune = communeOf(wanted.villageId());
    String name = wanted.name().strip();
    MeasureRule rule = check(wanted, name);
    if (MeasureNames.same(name, by.displayName())) {
      throw access.refuse(MeasureProblem.OWN_MEASURE, "area", commune);
    }
    var measure =
        new Measure(
            wanted.id(),
            code(),
            wanted.kind(),
            commune,
            wanted.minor(),
            MeasureState.WAITING,
            new Span(
                wanted.from(),
                wanted.until(),
                rule.longest(wanted.from(), settings.longestMonths())),
            false,
            1,
            by.id(),
            new Recorded(by.id(), calendar.now()),
            null,
            null,
            null);
    table.insert(
        measure,
        rule.id(),
        new MeasureContent(
            name,
            wanted.villageId(),
            wanted.paper(),
            wanted.article().strip(),
            List.of(),
            null,
            List.of()));
    note(MeasureEvent.RECORDED, measure, by);
    return measure;
  }

  /// Whether what waits for the chair under a form's identifier is not what the form says now.
  private boolean isOtherwise(Measure known, NewMeasure wanted) {
    return known.state() == MeasureState.WAITING
        && (known.kind() != wanted.kind()
            || known.minor() != wanted.minor()
            || !known.span().from().equals(wanted.from())
            || !known.span().until().equals(wanted.until())
            || table
                .findContent(known.id())
                .filter(held ->
                    held.name().equals(wanted.name().strip())
                        && held.villageId().equals(wanted.villageId())
                        && held.paper().equals(wanted.paper())
                        && held.article().equals(wanted.article().strip()))
                .isEmpty());
  }

  /// Drawn, since a series would tell by its gaps how many others there are.
  private String code() {
    String code;
    do {
      code = "%s-%d-%06d".formatted(CODE_PREFIX, today().getYear(), random.nextInt(CODES));
    } while (table.find(code).isPresent());
    return code;
  }

  private MeasureRule check(NewMeasure wanted, String name) {
    var problems = new ArrayList<FieldProblem>();
    LocalDate today = today();
    if (PersonalNumbers.areIn(name)) {
      problems.add(new FieldProblem("name", "measure-name"));
    }
    if (wanted.on().isAfter(today)) {
      problems.add(new FieldProblem("on", "past-or-present"));
    }
    if (wanted.from().isBefore(wanted.on().minusYears(1))
        || wanted.from().isAfter(wanted.on().plusYears(1))) {
      problems.add(new FieldProblem("from", "measure-start"));
    }
    Optional<MeasureRule> rule = MeasureRule.find(rules.list(), wanted.kind(), wanted.on());
    if (rule.isEmpty()) {
      problems.add(new FieldProblem("kind", "measure-no-rule"));
    }
    if (wanted.until().isBefore(wanted.from())) {
      problems.add(new FieldProblem("until", "after-from"));
    } else if (wanted.until().isBefore(today)) {
      problems.add(new FieldProblem("until", "measure-over"));
    } else {
      rule.map(each -> each.longest(wanted.from(), settings.longestMonths()))
          .filter(wanted.until()::isAfter)
          .ifPresent(
              longest -> problems.add(new FieldProblem("until", "measure-long", List.of(longest))));
    }
    if (rule.filter(each -> !each.takes(wanted.minor())).isPresent()) {
      problems.add(new FieldProblem("minor", "measure-minor"));
    }
    return rule.filter(_ -> problems.isEmpty()).orElseThrow(() -> Problem.invalid(problems));
  }

  /// The chair confirms what they saw, be it the measure or its extension.
  ///
  /// @param version that was seen
  @Transactional
  public Measure confirm(UUID id, int version, Person by) {
    Measure held = hold(id, by, On::decides);
    MeasureContent content = content(held);
    requireOther(held, content, version, by);
    MeasureChange extension = content.extension();
    if (held.state() == MeasureState.WAITING) {
      table.save(held.confirmed(new Recorded(by.id(), calendar.now())), content);
      note(MeasureEvent.CONFIRMED, held, by);
    } else if (extension != null) {
      table.save(held.changed(held.state(), extension.until(), false), content.changed(extension));
      note(MeasureEvent.EXTENDED, held, by);
    }
    return get(id);
  }

  /// The chair does not confirm: what was recorded is erased at once, an extension forgotten.
  @Transactional
  Measure refuse(UUID id, MeasureForms.MeasureRefused said, Person by) {
    Measure held = hold(id, by, On::decides);
    MeasureContent content = content(held);
    requireOther(held, content, said.version(), by);
    if (held.state() == MeasureState.WAITING) {
      log.record(event(MeasureEvent.REFUSED, held, by).fact("cause", said.cause()));
      erase(held, MeasureState.REFUSED);
    } else {
      table.save(held.changed(held.state(), held.span().until(), false), content.extending(null));
      note(MeasureEvent.EXTENSION_REFUSED, held, by);
    }
    return get(id);
  }

  /// Nobody confirms what they recorded, by another account of their name neither.
  private void requireOther(Measure held, MeasureContent content, int version, Person by) {
    MeasureChange extension = content.extension();
    UUID recorder = extension == null ? held.recorded().by() : extension.by();
    if (people.maybeSame(by, recorder) || people.maybeSame(by, held.keeperId())) {
      throw access.refuse(MeasureProblem.OWN_MEASURE, "measure", held.id());
    }
    if (held.version() != version) {
      throw Problem.of(MeasureProblem.MEASURE_CHANGED, held.code());
    }
  }

  /// Notes what another paper does with it. What makes it longer waits for the chair.
  @Transactional
  public Measure change(UUID id, NewMeasureChange wanted, Person by) {
    Measure held = hold(id, by, On::keeps);
    MeasureContent content = content(held);
    requireStage(held, wanted.change());
    LocalDate until = check(held, content, wanted);
    var change = new MeasureChange(wanted.change(), wanted.paper(), until, by.id(), calendar.now());
    if (wanted.change() == ChangeKind.EXTENDED) {
      table.save(held.changed(held.state(), held.span().until(), true), content.extending(change));
      note(MeasureEvent.EXTENSION_ASKED, held, by);
    } else {
      MeasureState next =
          switch (wanted.change()) {
            case SUSPENDED -> MeasureState.SUSPENDED;
            case RESUMED -> MeasureState.IN_FORCE;
            case SHORTENED, ENDED_EARLY, EXTENDED -> held.state();
          };
      table.save(held.changed(next, until, false), content.changed(change));
      note(MeasureEvent.CHANGED, held, by);
    }
    return get(id);
  }

  /// While an extension waits for the chair, no other paper takes its place.
  private static void requireStage(Measure held, ChangeKind change) {
    boolean right =
        switch (change) {
          case SHORTENED, ENDED_EARLY, EXTENDED -> held.state().confirmed();
          case SUSPENDED -> held.state() == MeasureState.IN_FORCE;
          case RESUMED -> held.state() == MeasureState.SUSPENDED;
        };
    if (!right || held.waits()) {
      throw Problem.of(MeasureProblem.MEASURE_ELSEWHERE, held.code());
    }
  }

  private LocalDate check(Measure held, MeasureContent content, NewMeasureChange wanted) {
    if (content.changes().size() >= MOST_CHANGES) {
      throw Problem.of(MeasureProblem.MEASURE_FULL, held.code());
    }
    var problems = new ArrayList<FieldProblem>();
    MeasurePaper paper = wanted.paper();
    if (content.hasPaper(paper.number())) {
      problems.add(new FieldProblem("number", "measure-paper-twice"));
    }
    if (paper.on().isAfter(today())) {
      problems.add(new FieldProblem("on", "past-or-present"));
    } else if (paper.on().isBefore(content.paper().on())) {
      problems.add(new FieldProblem("on", "measure-paper-before"));
    }
    LocalDate present = held.span().until();
    LocalDate until = wanted.until();
    // A day that is over would seal it at once, for good, on one officer's word.
    LocalDate first = today().isAfter(held.span().from()) ? today() : held.span().from();
    switch (wanted.change()) {
      case SUSPENDED, RESUMED -> {
        if (until != null) {
          problems.add(new FieldProblem("until", "measure-no-until"));
        }
      }
      case SHORTENED, ENDED_EARLY -> {
        if (until == null) {
          problems.add(new FieldProblem("until", "required"));
        } else if (!until.isBefore(present) || until.isBefore(first)) {
          problems.add(new FieldProblem("until", "measure-earlier", List.of(first, present)));
        }
      }
      case EXTENDED -> {
        if (until == null) {
          problems.add(new FieldProblem("until", "required"));
        } else if (!until.isAfter(present) || until.isAfter(held.span().longest())) {
          problems.add(
              new FieldProblem("until", "measure-later", List.of(present, held.span().longest())));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
    return until == null ? present : until;
  }

  /// What a measure holds, opened for somebody; every opening is an entry of the log.
  @Transactional
  MeasureContent read(On on) {
    MeasureContent content = content(on.measure());
    log.record(event(MeasureEvent.READ, on.measure(), on.person()));
    return content;
  }

  /// Finds one that is open, and holds it. What somebody is to it is asked again here: since the
  /// caller saw to it, it may be another's.
  Measure hold(UUID id, Person by, Predicate<On> right) {
    Measure held = table.findForUpdate(id).orElseThrow(() -> measureAccess.refuse(id));
    requireOpen(held);
    if (!right.test(measureAccess.on(held, by))) {
      throw measureAccess.refuse(id);
    }
    return held;
  }

  MeasureContent content(Measure measure) {
    requireOpen(measure);
    return table
        .findContent(measure.id())
        .orElseThrow(() -> Problem.of(MeasureProblem.MEASURE_ERASED, measure.code()));
  }

  private void requireOpen(Measure measure) {
    if (measure.erasedAt() != null) {
      throw Problem.of(MeasureProblem.MEASURE_ERASED, measure.code());
    }
    if (measure.isSealed(today())) {
      throw Problem.of(MeasureProblem.MEASURE_SEALED, measure.code());
    }
  }

  /// Seals what ended, erases what was kept long enough, and what nobody confirmed in time.
  ///
  /// @return how many there were
  @Transactional
  public int keepTime() {
    LocalDate today = today();
    Instant now = calendar.now();
    List<Measure> ended = table.listEnded(today);
    for (Measure each : ended) {
      if (each.minor()) {
        certify(each, each.span().until().plusDays(settings.keep().toDays() + 1));
      }
      table.seal(each.id(), now, each.minor());
    }
    List<Measure> unconfirmed =
        table.listUnconfirmed(today, now.minus(settings.confirmWithin(), ChronoUnit.DAYS));
    unconfirmed.forEach(each -> erase(each, MeasureState.LAPSED));
    List<Measure> old = table.listToErase(today.minusDays(settings.keep().toDays()));
    old.forEach(each -> erase(each, MeasureState.SEALED));
    return ended.size() + unconfirmed.size() + old.size() + certifyMonth(today);
  }

  /// Puts into the log what was to be erased before this month, minors' and adults' together.
  private int certifyMonth(LocalDate today) {
    List<String> hashes = table.takeCertificates(today.withDayOfMonth(1));
    if (!hashes.isEmpty()) {
      log.record(Event.of(MeasureEvent.ERASED).fact("sha256", hashes));
    }
    return hashes.size();
  }

  private void erase(Measure measure, MeasureState state) {
    certify(measure, today());
    table.erase(measure.id(), state, calendar.now());
  }

  /// Notes what is erased now for the log, which has it later and of no measure by itself: leaves
  /// are public, and the time of one would be an end date.
  private void certify(Measure measure, LocalDate dueOn) {
    byte[] cipher = table.findCipher(measure.id()).orElseThrow();
    table.addCertificate(Hash.sha256(cipher), dueOn);
  }

  /// Records what happened, in the log and in the measure's history.
  void note(MeasureEvent what, Measure measure, Person by) {
    table.addStep(measure.id(), new MeasureTable.Step(calendar.now(), what, by.id()));
    log.record(event(what, measure, by));
  }

  /// Says neither of whom it is, nor of what kind, nor until when: leaves are public.
  public static Event event(MeasureEvent type, Measure measure, @Nullable Person by) {
    return Event.of(type)
        .by(by == null ? null : by.actor())
        .about("measure", measure.id(), measure.code());
  }
}
