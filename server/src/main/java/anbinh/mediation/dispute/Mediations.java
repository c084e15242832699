package anbinh.mediation.dispute;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.MediationSettings;
import anbinh.mediation.NewMediation;
import anbinh.mediation.cue.ViolenceCue;
import anbinh.mediation.cue.ViolenceCues;
import anbinh.mediation.dispute.Mediation.Conduct;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.Mediation.Entry;
import anbinh.mediation.dispute.Mediation.Reception;
import anbinh.mediation.dispute.Mediation.Reviewer;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationContent.CorrectedItem;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationCorrection;
import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.mediation.dispute.MediationContent.MediationReview;
import anbinh.mediation.dispute.MediationContent.ReviewDecision;
import anbinh.mediation.dispute.MediationContent.ReviewedAction;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.ShortCodes;
import anbinh.seal.tree.Hash;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes mediations down, refers what may not be mediated, opens their content, and erases it some
/// years after the end; rights are the caller's to check. No entry of the log says who the parties
/// are, nor why something was referred. Safe for many threads.
@Component
public class Mediations {
  private static final String CODE_PREFIX = "HG";
  private static final String REFERRAL_PREFIX = "CG";
  private static final int REFERRAL_CODES = 1_000_000;

  /// What was brought longer ago is a slip of the pen.
  private static final int MAX_AGO = 60;

  private static final int MIN_PARTIES = 2;

  private final SecureRandom random = new SecureRandom();
  private final MediationTable table;
  private final MediationAccess mediationAccess;
  private final MediationSettings settings;
  private final Areas areas;
  private final Access access;
  private final People people;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final ViolenceCues cues;

  Mediations(
      MediationTable table,
      MediationAccess mediationAccess,
      MediationSettings settings,
      Areas areas,
      Access access,
      People people,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      ViolenceCues cues) {
    this.table = table;
    this.mediationAccess = mediationAccess;
    this.settings = settings;
    this.areas = areas;
    this.access = access;
    this.people = people;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.cues = cues;
  }

  public LocalDate today() {
    return clock.today();
  }

  public Instant now() {
    return clock.now();
  }

  /// Takes one down; it is referred at once where an answer says so. Where no answer does and words
  /// tell of violence all the same, it waits for the officer; a family's waits for a second person.
  ///
  /// @param background what else was written of the matter elsewhere
  @Transactional
  public UUID receive(NewMediation requested, List<String> background, Person by) {
    ScopeCheck scope = ScopeCheck.of(requested.answers());
    check(requested, scope.guards());
    Instant now = now();
    UUID id = ids.next();
    List<ViolenceCue> found = scope.passed() ? find(requested, background) : List.of();
    Reviewer reviewer = scope.passed() ? reviewer(requested.kind(), found) : null;
    boolean begins = scope.passed() && reviewer == null;
    Entry entry = begins ? nextEntry(requested.villageId()) : null;
    var mediation =
        new Mediation(
            id,
            begins ? codes.nextOfYear(CODE_PREFIX) : referralCode(),
            requested.villageId(),
            scope.passed() ? requested.otherVillageId() : null,
            requested.basis(),
            requested.kind(),
            new Reception(requested.receivedOn(), by.id(), now),
            scope.guards(),
            scope.passed() ? MediationState.RECEIVED : MediationState.REFERRED,
            null,
            entry,
            Conduct.NONE,
            scope.passed() ? Ending.NONE : Ending.referred(by.id(), now),
            null);
    List<MediationParty> parties =
        requested.parties() == null
            ? List.of()
            : requested.parties().stream().map(MediationParty::of).toList();
    String about = requested.about() == null ? "" : requested.about().strip();
    MediationContent content = MediationContent.received(parties, about, scope.inOrder());
    if (reviewer != null) {
      mediation = mediation.underReview(reviewer);
      content =
          content.reviewed(
              new MediationReview(
                  now, by.id(), reviewer, ReviewedAction.RECEPTION, null, found, null));
    }
    table.insert(mediation, areas.communeOf(requested.villageId()), content, dueOn(mediation));
    note(MediationEvent.RECEIVED, mediation, by);
    if (reviewer != null) {
      note(MediationEvent.REVIEW_ASKED, mediation, by);
    }
    if (!scope.passed()) {
      note(MediationEvent.REFERRED, mediation, by);
    }
    return id;
  }

  /// Takes an entry over from a village's book on paper (article 21.4): one that ended, with its
  /// number there. What must not have been mediated is referred, and has no number here.
  @Transactional
  UUID takeOver(NewBookEntry requested, Person by) {
    ScopeCheck scope = ScopeCheck.of(requested.answers());
    check(requested);
    Instant now = now();
    Instant noon = requested.endedOn().atTime(LocalTime.NOON).atZone(clock.zone()).toInstant();
    Instant ended = noon.isAfter(now) ? now : noon;
    UUID id = ids.next();
    UUID mediator = requested.mediatorId();
    var received =
        new Mediation(
            id,
            scope.passed() ? codes.nextOfYear(CODE_PREFIX) : referralCode(),
            requested.villageId(),
            null,
            requested.basis(),
            requested.kind(),
            new Reception(requested.receivedOn(), by.id(), now),
            scope.guards(),
            scope.passed() ? MediationState.RECEIVED : MediationState.REFERRED,
            null,
            scope.passed() ? new Entry(requested.year(), requested.number(), now) : null,
            Conduct.NONE,
            scope.passed() ? Ending.NONE : Ending.referred(by.id(), now),
            null);
    MediationContent told =
        MediationContent.received(
            requested.parties().stream().map(MediationParty::of).toList(),
            requested.about().strip(),
            scope.inOrder());
    table.insert(received, areas.communeOf(requested.villageId()), told, dueOn(received));
    if (scope.passed()) {
      Conduct conduct =
          mediator == null
              ? Conduct.NONE
              : Conduct.NONE.assigned(
                  mediator,
                  requested.receivedOn(),
                  requested.receivedOn().plusDays(NextStep.START_DAYS));
      String words = requested.words().strip();
      boolean agreed = requested.outcome() == MediationOutcome.AGREED;
      keep(
          received
              .with(MediationState.RECEIVED, conduct)
              .with(MediationState.CLOSED, Ending.closed(requested.outcome(), ended)),
          agreed
              ? told.agreed(
                  new MediationContent.MediationAgreement(words, requested.endedOn(), null))
              : told.ended(new MediationContent.MediationEnd(null, null, words)));
      table.takeOver(id, requested.villageId(), requested.year(), requested.number());
    }
    note(MediationEvent.TAKEN_FROM_BOOK, received, by);
    if (!scope.passed()) {
      note(MediationEvent.REFERRED, received, by);
    }
    return id;
  }

  private void check(NewBookEntry requested) {
    var problems = new FieldProblems();
    LocalDate today = today();
    if (!isVillage(requested.villageId())) {
      problems.reject("villageId", "no-village");
    }
    if (requested.receivedOn().getYear() != requested.year()) {
      problems.reject("receivedOn", "book-year");
    }
    if (requested.endedOn().isBefore(requested.receivedOn())) {
      problems.reject("endedOn", "book-ended");
    } else if (requested.endedOn().isAfter(today)) {
      problems.reject("endedOn", "past-or-present");
    } else if (requested.endedOn().isBefore(today.minusDays(settings.keep().toDays()))) {
      problems.reject("endedOn", "book-old", settings.keep().toDays());
    }
    if (requested.outcome() == MediationOutcome.ESCALATED) {
      problems.reject("outcome", "book-outcome");
    }
    if (table.hasEntry(requested.villageId(), requested.year(), requested.number())) {
      problems.reject("number", "book-number");
    }
    List<ViolenceCue> found =
        cues.find(
            List.of(requested.about(), requested.words()), requested.kind() == DisputeKind.FAMILY);
    if (ViolenceCues.tellOfViolence(found)) {
      problems.reject("about", "book-violence");
    }
    UUID mediator = requested.mediatorId();
    if (mediator != null && !mediationAccess.isOf(mediator, requested.villageId())) {
      problems.reject("mediatorId", "book-mediator");
    }
    problems.requireNone();
  }

  private List<ViolenceCue> find(NewMediation requested, List<String> background) {
    List<String> texts = new ArrayList<>(background);
    if (requested.about() != null) {
      texts.add(requested.about());
    }
    if (requested.parties() != null) {
      requested
          .parties()
          .forEach(each -> {
            texts.add(each.name());
            texts.add(each.address());
          });
    }
    return cues.find(texts, requested.kind() == DisputeKind.FAMILY);
  }

  private static @Nullable Reviewer reviewer(DisputeKind kind, List<ViolenceCue> found) {
    if (ViolenceCues.tellOfViolence(found)) {
      return Reviewer.OFFICER;
    }
    return kind == DisputeKind.FAMILY || !found.isEmpty() ? Reviewer.SECOND_PERSON : null;
  }

  /// What tells of violence in what somebody wrote; empty where nothing does.
  List<ViolenceCue> find(Mediation mediation, @Nullable String... texts) {
    List<ViolenceCue> found =
        cues.find(
            Arrays.stream(texts).filter(Objects::nonNull).toList(),
            mediation.kind() == DisputeKind.FAMILY);
    return ViolenceCues.tellOfViolence(found) ? found : List.of();
  }

  /// Keeps what was written, and stops where it stands until the officer has looked.
  ///
  /// @param next as it would stand
  /// @param by null for a report that came in
  /// @param outcome with which it would have ended; null where it would not
  void keepForReview(
      Mediation next,
      MediationContent content,
      List<ViolenceCue> found,
      ReviewedAction action,
      @Nullable MediationOutcome outcome,
      @Nullable Person by) {
    Mediation waits = next.underReview(Reviewer.OFFICER);
    UUID writer = by == null ? null : by.id();
    keep(
        waits,
        content.reviewed(
            new MediationReview(now(), writer, Reviewer.OFFICER, action, outcome, found, null)));
    if (by == null) {
      log.record(event(MediationEvent.REVIEW_ASKED, waits, null));
    } else {
      note(MediationEvent.REVIEW_ASKED, waits, by);
    }
  }

  /// Says whether one that waits goes on, by one's own answers to the scope check; never of what
  /// oneself wrote, nor where a party bears one's name.
  @Transactional
  Mediation review(UUID id, List<NewMediation.ScopeAnswer> answers, String reason, Person by) {
    ScopeCheck scope = ScopeCheck.of(answers);
    Mediation mediation = lockForUpdate(id, state -> state == MediationState.REVIEW);
    requireStill(mediation, by, On::reviews);
    MediationContent content = content(mediation);
    MediationReview asked = content.reviews().getLast();
    if (isOwn(mediation, content, by)) {
      throw access.refuse(MediationProblem.OWN_REVIEW, "mediation", id);
    }
    MediationContent decided =
        content.decided(new ReviewDecision(now(), by.id(), scope.inOrder(), reason));
    note(MediationEvent.REVIEWED, mediation, by);
    if (!scope.passed()) {
      keep(mediation.referred(scope.guards(), by.id(), now()), decided.checked(scope.inOrder()));
      note(MediationEvent.REFERRED, mediation, by);
      return get(id);
    }
    Entry inBook = mediation.entry();
    Mediation next =
        mediation.resumed(inBook == null ? nextEntry(mediation.villageId()) : inBook, now());
    resume(next, decided, asked, by);
    return get(id);
  }

  /// Whether somebody is another than who wrote what waits.
  boolean mayReview(Mediation mediation, Person by) {
    return !isOwn(mediation, content(mediation), by);
  }

  private boolean isOwn(Mediation mediation, MediationContent content, Person by) {
    UUID writer = content.reviews().getLast().by();
    return people.maybeSame(by, mediation.reception().by())
        || (writer != null && people.maybeSame(by, writer))
        || Names.anyIs(content.parties(), by.displayName());
  }

  /// What was written at an end is carried out now that it may be.
  private void resume(Mediation next, MediationContent content, MediationReview asked, Person by) {
    MediationAgreement agreement = content.agreement();
    MediationOutcome outcome = asked.outcome();
    if (asked.act() == ReviewedAction.AGREEMENT && agreement != null) {
      keep(next.with(MediationState.FOLLOW_UP, Ending.agreed(now(), agreement.by())), content);
      note(MediationEvent.AGREED, next, by);
    } else if (asked.act() == ReviewedAction.END && outcome != null) {
      keep(next.with(MediationState.CLOSED, Ending.closed(outcome, now())), content);
      note(Proceedings.event(outcome), next, by);
    } else {
      keep(next, content);
      if (asked.act() == ReviewedAction.FOLLOW_UP && next.state() == MediationState.CLOSED) {
        note(MediationEvent.CLOSED, next, by);
      }
    }
  }

  /// A report of which the mediation was made says more than it did: where that tells of violence,
  /// it waits for the officer.
  ///
  /// @param by null for who reported
  @Transactional
  public void suspect(UUID id, Collection<String> texts, @Nullable Person by) {
    findGoingOn(id)
        .ifPresent(mediation -> {
          List<ViolenceCue> found = find(mediation, texts.toArray(String[]::new));
          if (!found.isEmpty()) {
            keepForReview(mediation, content(mediation), found, ReviewedAction.REPORT, null, by);
          }
        });
  }

  /// The report of which the mediation was made is to be decided again.
  ///
  /// @param by null for who reported
  @Transactional
  public void stop(UUID id, @Nullable Person by) {
    findGoingOn(id)
        .ifPresent(mediation ->
            keepForReview(
                mediation, content(mediation), List.of(), ReviewedAction.REPORT, null, by));
  }

  private Optional<Mediation> findGoingOn(UUID id) {
    return table
        .findForUpdate(id)
        .filter(
            mediation -> !mediation.state().over() && mediation.state() != MediationState.REVIEW);
  }

  /// Codes of what is referred at once are drawn: in a series, a gap between two that somebody sees
  /// would tell of one that they may not know of.
  private String referralCode() {
    String code;
    do {
      code =
          "%s-%d-%06d"
              .formatted(REFERRAL_PREFIX, today().getYear(), random.nextInt(REFERRAL_CODES));
    } while (table.hasCode(code));
    return code;
  }

  /// Asks again whether it may be mediated, as long as it is not over: violence is often told of
  /// only when people trust somebody.
  @Transactional
  Mediation check(UUID id, List<NewMediation.ScopeAnswer> answers, Person by) {
    ScopeCheck scope = ScopeCheck.of(answers);
    Mediation mediation = lockForUpdate(id, state -> !state.over());
    requireStill(mediation, by, On::checks);
    MediationContent content = content(mediation).checked(scope.inOrder());
    if (scope.passed()) {
      keep(mediation, content);
      note(MediationEvent.SCOPE_CONFIRMED, mediation, by);
    } else {
      keep(mediation.referred(scope.guards(), by.id(), now()), content);
      note(MediationEvent.REFERRED, mediation, by);
    }
    return get(id);
  }

  /// Takes a referral back, which is another officer's to do, and never for violence and children.
  @Transactional
  Mediation takeBack(UUID id, String reason, Person by) {
    Mediation mediation = lockForUpdate(id, state -> state == MediationState.REFERRED);
    if (mediation.guarded()) {
      throw Problem.of(MediationProblem.REFERRAL_STAYS, mediation.code());
    }
    UUID referredBy = mediation.ending().referredBy();
    if (referredBy == null || people.maybeSame(by, referredBy)) {
      throw access.refuse(MediationProblem.OWN_REFERRAL, "mediation", id);
    }
    Entry inBook = mediation.entry();
    keep(
        mediation.takenBack(inBook == null ? nextEntry(mediation.villageId()) : inBook),
        content(mediation)
            .checked(List.of())
            .reviewed(
                new MediationReview(
                    now(),
                    referredBy,
                    Reviewer.OFFICER,
                    ReviewedAction.RECEPTION,
                    null,
                    find(mediation, content(mediation).about()),
                    new ReviewDecision(now(), by.id(), List.of(), reason))));
    note(MediationEvent.REFERRAL_TAKEN_BACK, mediation, by);
    return get(id);
  }

  /// Puts a correction beside what was written.
  @Transactional
  Mediation correct(UUID id, CorrectedItem item, String words, Person by) {
    Mediation mediation = lockForUpdate(id, _ -> true);
    requireStill(mediation, by, On::corrects);
    MediationContent content =
        content(mediation).corrected(new MediationCorrection(now(), by.id(), item, words));
    note(MediationEvent.CORRECTED, mediation, by);
    List<ViolenceCue> found = find(mediation, words);
    if (found.isEmpty()
        || mediation.state() == MediationState.REVIEW
        || mediation.state() == MediationState.REFERRED) {
      // What is referred or waits is with the officer already.
      keep(mediation, content);
    } else {
      keepForReview(mediation, content, found, ReviewedAction.CORRECTION, null, by);
    }
    return get(id);
  }

  /// A mediation's content, opened for somebody.
  @Transactional
  MediationContent read(Mediation mediation, Person by) {
    MediationContent content = content(mediation);
    log.record(event(MediationEvent.READ, mediation, by));
    return content;
  }

  /// The same to say who may mediate it.
  @Transactional
  MediationContent readChoices(Mediation mediation, Person by) {
    MediationContent content = content(mediation);
    log.record(event(MediationEvent.MEDIATORS_LISTED, mediation, by));
    return content;
  }

  /// A village's book of a year, opened for somebody: one entry of the log for all of it.
  ///
  /// @param villageCode stands in the log for the village
  @Transactional
  public List<BookEntry> readBook(UUID villageId, String villageCode, int year, Person by) {
    List<BookEntry> entries =
        table.listBook(villageId, year).stream()
            .map(each -> new BookEntry(each, each.isReferred() ? null : find(each)))
            .toList();
    log.record(
        Event.of(MediationEvent.BOOK_PRINTED)
            .by(by.actor())
            .about("area", villageId, villageCode)
            .fact("year", year)
            .fact("entries", entries.size()));
    return entries;
  }

  /// @param content null once erased, and of what is referred
  public record BookEntry(Mediation mediation, @Nullable MediationContent content) {}

  /// A written agreement, opened to print its record.
  @Transactional
  public Written readForRecord(Mediation mediation, Person by) {
    MediationContent content = content(mediation);
    MediationAgreement agreement = content.agreement();
    boolean waits = mediation.state() == MediationState.REVIEW;
    if (waits || agreement == null || agreement.written() == null) {
      throw Problem.of(MediationProblem.MEDIATION_ELSEWHERE, mediation.code());
    }
    log.record(event(MediationEvent.RECORD_PRINTED, mediation, by));
    return new Written(mediation, content, agreement, agreement.written());
  }

  /// A mediation with the items of its written record.
  public record Written(
      Mediation mediation,
      MediationContent content,
      MediationAgreement agreement,
      WrittenItems items) {}

  private @Nullable MediationContent find(Mediation mediation) {
    return table.findContent(mediation.id()).orElse(null);
  }

  /// Erases who the parties are and what was said, of what ended long ago.
  ///
  /// @return how many were erased
  @Transactional
  int eraseOld() {
    List<Mediation> old = table.listClosedBefore(clock.now().minus(settings.keep()));
    for (Mediation each : old) {
      byte[] erased = table.findCipher(each.id()).orElseThrow();
      table.erase(each.id(), now());
      log.record(
          event(MediationEvent.ERASED, each, null).fact("sha256", Hash.sha256(erased).hex()));
    }
    return old.size();
  }

  Mediation get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATION));
  }

  /// Which states an act is for.
  interface Stage {
    boolean is(MediationState state);
  }

  /// Finds one at a step, and holds it.
  Mediation lockForUpdate(UUID id, Stage stage) {
    Mediation mediation =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(MediationProblem.NO_SUCH_MEDIATION));
    if (!stage.is(mediation.state())) {
      throw Problem.of(MediationProblem.MEDIATION_ELSEWHERE, mediation.code());
    }
    return mediation;
  }

  /// Requires the right to something of one that is held: since the caller saw to it, another may
  /// have been assigned.
  void requireStill(Mediation mediation, Person by, Predicate<On> right) {
    On on = mediationAccess.on(mediation, by);
    if (!right.test(on)) {
      throw mediationAccess.refuse(on);
    }
  }

  MediationContent content(Mediation mediation) {
    return table
        .findContent(mediation.id())
        .orElseThrow(() -> Problem.of(MediationProblem.MEDIATION_ERASED, mediation.code()));
  }

  void keep(Mediation mediation, MediationContent content) {
    table.save(mediation, content, dueOn(mediation));
  }

  void keep(Mediation mediation) {
    table.save(mediation, dueOn(mediation));
  }

  /// Records what happened, in the log and in the mediation's history.
  void note(MediationEvent what, Mediation mediation, Person by) {
    note(what, mediation, by, UnaryOperator.identity());
  }

  /// The same with more facts.
  ///
  /// @param facts adds facts that say nothing of people
  void note(MediationEvent what, Mediation mediation, Person by, UnaryOperator<Event> facts) {
    table.addStep(mediation.id(), new MediationTable.Step(now(), what, by.id()));
    log.record(facts.apply(event(what, mediation, by)));
  }

  NextStep next(Mediation mediation) {
    return NextStep.of(mediation, settings.assignWithin());
  }

  /// The same as it stands to somebody.
  NextStep next(Mediation mediation, MediationState state) {
    return NextStep.of(
        state,
        mediation.reception().on(),
        settings.assignWithin(),
        mediation.conduct().startBy(),
        mediation.ending().followUpBy());
  }

  private @Nullable LocalDate dueOn(Mediation mediation) {
    return next(mediation).on();
  }

  private Entry nextEntry(UUID villageId) {
    int year = today().getYear();
    return new Entry(year, table.nextEntry(villageId, year), now());
  }

  private void check(NewMediation requested, boolean guards) {
    var problems = new FieldProblems();
    UUID other = requested.otherVillageId();
    if (!isVillage(requested.villageId())) {
      problems.reject("villageId", "no-village");
    }
    if (other != null && (other.equals(requested.villageId()) || !isVillage(other))) {
      problems.reject("otherVillageId", "no-village");
    }
    if (requested.receivedOn().isAfter(today())) {
      problems.reject("receivedOn", "past-or-present");
    } else if (requested.receivedOn().isBefore(today().minusDays(MAX_AGO))) {
      problems.reject("receivedOn", "received-long-ago", MAX_AGO);
    }
    int parties = requested.parties() == null ? 0 : requested.parties().size();
    if (!guards && parties < MIN_PARTIES) {
      problems.reject("parties", "two-parties");
    }
    if (!guards && (requested.about() == null || requested.about().isBlank())) {
      problems.reject("about", "required");
    }
    problems.requireNone();
  }

  private boolean isVillage(UUID id) {
    return areas
        .findPresent(id)
        .filter(each -> each.kind() == AreaKind.RESIDENTIAL_AREA)
        .isPresent();
  }

  static Event event(MediationEvent type, Mediation mediation, @Nullable Person by) {
    return Event.of(type)
        .by(by == null ? null : by.actor())
        .about("mediation", mediation.id(), mediation.code());
  }
}
