package anbinh.measure.register;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureProblem;
import anbinh.measure.MeasureSettings;
import anbinh.measure.kind.MeasureRule;
import anbinh.measure.kind.MeasureRuleTable;
import anbinh.measure.register.Measure.Recorded;
import anbinh.measure.register.Measure.Span;
import anbinh.measure.register.Measure.Waiting;
import anbinh.measure.register.MeasureAccess.On;
import anbinh.measure.register.MeasureContent.ChangeKind;
import anbinh.measure.register.MeasureContent.MeasureChange;
import anbinh.measure.register.MeasureContent.MeasurePaper;
import anbinh.measure.register.MeasureForms.NewMeasure;
import anbinh.measure.register.MeasureForms.NewMeasureChange;
import anbinh.platform.FieldProblems;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records measures and has them confirmed by another person and changed by papers. Roles are the
/// caller's to check; what somebody is to a measure is checked where its row is held. Safe for many
/// threads.
@Component
public class Measures {
  private static final String CODE_PREFIX = "BP";
  private static final int CODES = 1_000_000;
  private static final int MAX_CHANGES = 30;

  private final SecureRandom random = new SecureRandom();
  private final MeasureTable table;
  private final MeasureErasure erasure;
  private final MeasureAccess measureAccess;
  private final MeasureRuleTable rules;
  private final MeasureSettings settings;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final SiteClock clock;
  private final AuditLog log;

  Measures(
      MeasureTable table,
      MeasureErasure erasure,
      MeasureAccess measureAccess,
      MeasureRuleTable rules,
      MeasureSettings settings,
      Areas areas,
      Access access,
      People people,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.erasure = erasure;
    this.measureAccess = measureAccess;
    this.rules = rules;
    this.settings = settings;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.clock = clock;
    this.log = log;
  }

  public LocalDate today() {
    return clock.today();
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
  public Measure record(NewMeasure requested, Person by) {
    Optional<Measure> before = table.find(requested.id());
    if (before.isPresent()) {
      Measure known = before.get();
      if (!known.recorded().by().equals(by.id())) {
        throw Problem.invalid("id", "measure-id");
      }
      if (!measureAccess.on(known, by).keeps()) {
        throw measureAccess.refuse(known.id());
      }
      if (isOtherwise(known, requested)) {
        throw Problem.of(MeasureProblem.MEASURE_SENT_BEFORE, known.code());
      }
      return known;
    }
    UUID commune = communeOf(requested.villageId());
    String name = requested.name().strip();
    MeasureRule rule = check(requested, name);
    // Who is a chair as well records none: two offices, and not only two people.
    if (MeasureNames.same(name, by.displayName()) || by.has(Role.CHAIR)) {
      throw access.refuse(MeasureProblem.OWN_MEASURE, "area", commune);
    }
    var measure =
        new Measure(
            requested.id(),
            code(),
            requested.kind(),
            commune,
            requested.minor(),
            MeasureState.WAITING,
            new Span(
                requested.from(),
                requested.until(),
                rule.longest(requested.from(), requested.minor(), settings.longestMonths())),
            null,
            1,
            by.id(),
            new Recorded(by.id(), clock.now()),
            null,
            null,
            null);
    table.insert(
        measure,
        rule.id(),
        new MeasureContent(
            name,
            requested.villageId(),
            requested.paper(),
            requested.article().strip(),
            List.of(),
            null,
            List.of()));
    note(MeasureEvent.RECORDED, measure, by);
    return measure;
  }

  /// Whether what waits for the chair under a form's identifier is not what the form says now.
  private boolean isOtherwise(Measure known, NewMeasure requested) {
    return known.state() == MeasureState.WAITING
        && (known.kind() != requested.kind()
            || known.minor() != requested.minor()
            || !known.span().from().equals(requested.from())
            || !known.span().until().equals(requested.until())
            || table
                .findContent(known.id())
                .filter(measure ->
                    measure.name().equals(requested.name().strip())
                        && measure.villageId().equals(requested.villageId())
                        && measure.paper().equals(requested.paper())
                        && measure.article().equals(requested.article().strip()))
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

  private MeasureRule check(NewMeasure requested, String name) {
    var problems = new FieldProblems();
    LocalDate today = today();
    if (PersonalNumbers.areIn(name)) {
      problems.reject("name", "measure-name");
    }
    checkWords(problems, "organ", requested.organ());
    checkWords(problems, "article", requested.article());
    if (requested.on().isAfter(today)) {
      problems.reject("on", "past-or-present");
    }
    if (requested.from().isBefore(requested.on().minusYears(1))
        || requested.from().isAfter(requested.on().plusYears(1))) {
      problems.reject("from", "measure-start");
    }
    Optional<MeasureRule> rule = MeasureRule.find(rules.list(), requested.kind(), requested.on());
    if (rule.isEmpty()) {
      problems.reject("kind", "measure-no-rule");
    }
    if (requested.until().isBefore(requested.from())) {
      problems.reject("until", "after-from");
    } else if (requested.until().isBefore(today)) {
      problems.reject("until", "measure-over");
    } else {
      rule.map(each -> each.longest(requested.from(), requested.minor(), settings.longestMonths()))
          .filter(requested.until()::isAfter)
          .ifPresent(longest -> problems.reject("until", "measure-long", longest));
    }
    if (rule.filter(each -> !each.takes(requested.minor())).isPresent()) {
      problems.reject("minor", "measure-minor");
    }
    return rule.filter(_ -> problems.isEmpty()).orElseThrow(() -> Problem.invalid(problems));
  }

  /// What the paper says of who decided and by which law is not about somebody.
  private static void checkWords(FieldProblems problems, String field, String words) {
    if (PersonalNumbers.areIn(words)) {
      problems.reject(field, "measure-words");
    }
  }

  /// The chair confirms what they saw, be it the measure or a later paper that waits.
  ///
  /// @param version that was seen
  @Transactional
  public Measure confirm(UUID id, int version, Person by) {
    Measure measure = lockForUpdate(id, by, On::decides);
    MeasureContent content = content(measure);
    requireOther(measure, content, version, by);
    if (measure.state() == MeasureState.WAITING) {
      table.save(measure.confirmed(new Recorded(by.id(), clock.now())), content);
      note(MeasureEvent.CONFIRMED, measure, by);
    } else {
      holds(measure, content, by);
    }
    return get(id);
  }

  /// The paper that waits holds from now on.
  private void holds(Measure measure, MeasureContent content, @Nullable Person by) {
    MeasureChange waiting = Objects.requireNonNull(content.waiting());
    table.save(measure.changed(measure.state(), waiting.until(), null), content.changed(waiting));
    note(
        waiting.change() == ChangeKind.EXTENDED ? MeasureEvent.EXTENDED : MeasureEvent.CHANGED,
        measure,
        by);
  }

  /// The paper that waits is forgotten.
  private void forgets(
      Measure measure, MeasureContent content, MeasureEvent what, @Nullable Person by) {
    table.save(
        measure.changed(measure.state(), measure.span().until(), null), content.waitingFor(null));
    note(what, measure, by);
  }

  /// The chair does not confirm: what was recorded is erased at once, a later paper forgotten.
  @Transactional
  Measure refuse(UUID id, MeasureForms.MeasureRefused said, Person by) {
    Measure measure = lockForUpdate(id, by, On::decides);
    MeasureContent content = content(measure);
    requireOther(measure, content, said.version(), by);
    if (measure.state() == MeasureState.WAITING) {
      log.record(event(MeasureEvent.REFUSED, measure, by).fact("cause", said.cause()));
      erasure.erase(measure, MeasureState.REFUSED);
    } else {
      forgets(
          measure,
          content,
          isExtension(content) ? MeasureEvent.EXTENSION_REFUSED : MeasureEvent.CHANGE_REFUSED,
          by);
    }
    return get(id);
  }

  private static boolean isExtension(MeasureContent content) {
    MeasureChange waiting = content.waiting();
    return waiting != null && waiting.change() == ChangeKind.EXTENDED;
  }

  /// The keeper takes back a paper that waits, such as one that was typed wrongly.
  @Transactional
  void withdraw(UUID id, Person by) {
    Measure measure = lockForUpdate(id, by, On::keeps);
    if (measure.waiting() == null) {
      throw Problem.of(MeasureProblem.MEASURE_ELSEWHERE, measure.code());
    }
    forgets(measure, content(measure), MeasureEvent.CHANGE_WITHDRAWN, by);
  }

  /// Nobody confirms what they recorded or keep, by another account of their name neither; and the
  /// chair is another office than the police: who holds both is neither here.
  private void requireOther(Measure measure, MeasureContent content, int version, Person by) {
    MeasureChange waiting = content.waiting();
    UUID writer = waiting == null ? measure.recorded().by() : waiting.by();
    if (by.has(Role.COMMUNITY_OFFICER)
        || isChair(writer)
        || Stream.of(writer, measure.recorded().by(), measure.keeperId())
            .distinct()
            .anyMatch(each -> people.maybeSame(by, each))) {
      throw access.refuse(MeasureProblem.OWN_MEASURE, "measure", measure.id());
    }
    if (measure.version() != version) {
      throw Problem.of(MeasureProblem.MEASURE_CHANGED, measure.code());
    }
  }

  private boolean isChair(UUID person) {
    return people.find(person).filter(each -> each.has(Role.CHAIR)).isPresent();
  }

  /// Notes what another paper does with it. What moves the end date waits for the chair.
  @Transactional
  public Measure change(UUID id, NewMeasureChange requested, Person by) {
    Measure measure = lockForUpdate(id, by, On::keeps);
    MeasureContent content = content(measure);
    requireStage(measure, requested.change());
    LocalDate until = check(measure, content, requested);
    var change =
        new MeasureChange(requested.change(), requested.paper(), until, by.id(), clock.now());
    switch (requested.change()) {
      case SUSPENDED -> changes(measure, content, MeasureState.SUSPENDED, change, by);
      case RESUMED -> changes(measure, content, MeasureState.IN_FORCE, change, by);
      case SHORTENED, ENDED_EARLY -> waits(measure, content, change, until, by);
      case EXTENDED -> waits(measure, content, change, null, by);
    }
    return get(id);
  }

  private void changes(
      Measure measure, MeasureContent content, MeasureState next, MeasureChange change, Person by) {
    table.save(measure.changed(next, change.until(), null), content.changed(change));
    note(MeasureEvent.CHANGED, measure, by);
  }

  /// @param endsOn null of what makes it longer
  private void waits(
      Measure measure,
      MeasureContent content,
      MeasureChange change,
      @Nullable LocalDate endsOn,
      Person by) {
    table.save(
        measure.changed(measure.state(), measure.span().until(), new Waiting(change.at(), endsOn)),
        content.waitingFor(change));
    note(endsOn == null ? MeasureEvent.EXTENSION_ASKED : MeasureEvent.CHANGE_ASKED, measure, by);
  }

  /// While a paper waits for the chair, no other one takes its place.
  private static void requireStage(Measure measure, ChangeKind change) {
    boolean right =
        switch (change) {
          case SHORTENED, ENDED_EARLY, EXTENDED -> measure.state().confirmed();
          case SUSPENDED -> measure.state() == MeasureState.IN_FORCE;
          case RESUMED -> measure.state() == MeasureState.SUSPENDED;
        };
    if (!right || measure.waiting() != null) {
      throw Problem.of(MeasureProblem.MEASURE_ELSEWHERE, measure.code());
    }
  }

  private LocalDate check(Measure measure, MeasureContent content, NewMeasureChange requested) {
    if (content.changes().size() >= MAX_CHANGES) {
      throw Problem.of(MeasureProblem.MEASURE_FULL, measure.code());
    }
    var problems = new FieldProblems();
    MeasurePaper paper = requested.paper();
    checkWords(problems, "organ", paper.organ());
    if (content.hasPaper(paper.number())) {
      problems.reject("number", "measure-paper-twice");
    }
    if (paper.on().isAfter(today())) {
      problems.reject("on", "past-or-present");
    } else if (paper.on().isBefore(content.paper().on())) {
      problems.reject("on", "measure-paper-before");
    }
    LocalDate present = measure.span().until();
    LocalDate until = requested.until();
    // What is over already was not kept until then.
    LocalDate first = today().isAfter(measure.span().from()) ? today() : measure.span().from();
    switch (requested.change()) {
      case SUSPENDED, RESUMED -> {
        if (until != null) {
          problems.reject("until", "measure-no-until");
        }
      }
      case SHORTENED, ENDED_EARLY -> {
        if (until == null) {
          problems.reject("until", "required");
        } else if (!until.isBefore(present) || until.isBefore(first)) {
          problems.reject("until", "measure-earlier", first, present);
        }
      }
      case EXTENDED -> {
        if (until == null) {
          problems.reject("until", "required");
        } else if (!until.isAfter(present) || until.isAfter(measure.span().longest())) {
          problems.reject("until", "measure-later", present, measure.span().longest());
        }
      }
    }
    problems.requireNone();
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
  Measure lockForUpdate(UUID id, Person by, Predicate<On> right) {
    Measure measure = table.findForUpdate(id).orElseThrow(() -> measureAccess.refuse(id));
    requireOpen(measure);
    if (!right.test(measureAccess.on(measure, by))) {
      throw measureAccess.refuse(id);
    }
    return measure;
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

  /// Lets papers hold or lapse that the chair did not answer in time. Silence makes nothing longer:
  /// what ends a measure earlier was decided elsewhere and holds; an extension does not.
  ///
  /// @return how many there were
  @Transactional
  public int settle() {
    Instant now = clock.now();
    List<Measure> unanswered =
        table.listUnanswered(
            today(),
            now.minus(settings.objectWithin(), ChronoUnit.DAYS),
            now.minus(settings.confirmWithin(), ChronoUnit.DAYS));
    for (Measure each : unanswered) {
      MeasureContent content = content(each);
      if (isExtension(content)) {
        forgets(each, content, MeasureEvent.EXTENSION_LAPSED, null);
      } else {
        holds(each, content, null);
      }
    }
    return unanswered.size();
  }

  /// Records what happened, in the log and in the measure's history.
  void note(MeasureEvent what, Measure measure, @Nullable Person by) {
    table.addStep(
        measure.id(), new MeasureTable.Step(clock.now(), what, by == null ? null : by.id()));
    log.record(event(what, measure, by));
  }

  /// Says neither of whom it is, nor of what kind, nor until when: leaves are public.
  public static Event event(MeasureEvent type, Measure measure, @Nullable Person by) {
    return Event.of(type)
        .by(by == null ? null : by.actor())
        .about("measure", measure.id(), measure.code());
  }
}
