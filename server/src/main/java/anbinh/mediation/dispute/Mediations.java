package anbinh.mediation.dispute;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.MediationSettings;
import anbinh.mediation.dispute.Mediation.Entry;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps mediations, opens their content, and erases it some years after the end; rights are the
/// caller's to check. No entry of the log says who the parties are, nor why something was referred.
/// Safe for many threads.
@Component
public class Mediations {
  private final MediationTable table;
  private final MediationAccess mediationAccess;
  private final MediationSettings settings;
  private final SiteClock clock;
  private final AuditLog log;

  Mediations(
      MediationTable table,
      MediationAccess mediationAccess,
      MediationSettings settings,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.mediationAccess = mediationAccess;
    this.settings = settings;
    this.clock = clock;
    this.log = log;
  }

  public LocalDate today() {
    return clock.today();
  }

  public Instant now() {
    return clock.now();
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
  ///
  /// @param by null for who reported, of whom the history tells nothing
  void note(MediationEvent what, Mediation mediation, @Nullable Person by) {
    note(what, mediation, by, UnaryOperator.identity());
  }

  /// The same with more facts.
  ///
  /// @param facts adds facts that say nothing of people
  void note(
      MediationEvent what, Mediation mediation, @Nullable Person by, UnaryOperator<Event> facts) {
    if (by != null) {
      table.addStep(mediation.id(), new MediationTable.Step(now(), what, by.id()));
    }
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

  @Nullable LocalDate dueOn(Mediation mediation) {
    return next(mediation).on();
  }

  /// The next number in a village's book of this year.
  Entry nextEntry(UUID villageId) {
    int year = today().getYear();
    return new Entry(year, table.nextEntry(villageId, year), now());
  }

  private static Event event(MediationEvent type, Mediation mediation, @Nullable Person by) {
    return Event.of(type)
        .by(by == null ? null : by.actor())
        .about("mediation", mediation.id(), mediation.code());
  }
}
