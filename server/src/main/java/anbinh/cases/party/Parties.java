package anbinh.cases.party;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.CaseViewLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records the people of cases, seals the records at their end and erases them later; rights are
/// the caller's to check. No entry of the log says who. Safe for many threads.
@Component
public class Parties {
  private final PartyTable table;
  private final ReopeningTable reopenings;
  private final PartySettings settings;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final CaseViewLog looks;

  Parties(
      PartyTable table,
      ReopeningTable reopenings,
      PartySettings settings,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.table = table;
    this.reopenings = reopenings;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// Why a record was erased.
  private enum Cause {
    /// Its end is long past.
    ENDED,
    /// Somebody who works on the case had it erased.
    WANTED
  }

  LocalDate today() {
    return clock.today();
  }

  @Transactional
  Party record(CaseFile file, NewParty requested, Person by) {
    if (!file.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
    }
    check(requested.from(), requested.until());
    var party =
        new Party(
            ids.next(),
            file.id(),
            requested.role(),
            requested.child(),
            requested.from(),
            requested.until(),
            by.id(),
            now(),
            null);
    String kept = table.insert(party, requested.content());
    log.record(
        event(PartyEvent.RECORDED, file, party, by)
            .fact("at", party.recordedAt())
            .fact("from", party.from().toString())
            .fact("until", party.until().toString())
            .fact("sha256", kept)
            .detail("child", party.child()));
    return party;
  }

  /// Without anything that says who they are.
  @Transactional
  List<Party> list(CaseFile file, Person by) {
    looks.record(file, by);
    return table.list(file.id());
  }

  /// A record with who it is about.
  record Opened(Party party, Content content) {}

  @Transactional
  Opened read(CaseFile file, UUID id, Person by) {
    Party party = lockForUpdate(file, id);
    Content content = table.findContent(id).orElseThrow();
    log.record(event(PartyEvent.READ, file, party, by));
    return new Opened(party, content);
  }

  /// Puts the record on another legal basis, with another end.
  @Transactional
  Party extend(CaseFile file, UUID id, NewBasis requested, Person by) {
    Party before = lockForUpdate(file, id);
    check(requested.from(), requested.until());
    Content content = table.findContent(id).orElseThrow();
    String kept =
        table.extend(
            id,
            requested.from(),
            requested.until(),
            content.with(requested.document(), requested.article()));
    log.record(
        event(PartyEvent.EXTENDED, file, before, by)
            .fact("from", requested.from().toString())
            .fact("until", requested.until().toString())
            .fact("sha256", kept));
    return table.findForUpdate(file.id(), id).orElseThrow();
  }

  /// Erases a record before its end, such as one that should not have been made.
  @Transactional
  Party erase(CaseFile file, UUID id, String reason, Person by) {
    Party party = lockForUpdate(file, id);
    erase(file.code(), party, Cause.WANTED, by, reason);
    return table.findForUpdate(file.id(), id).orElseThrow();
  }

  /// Seals what ended before a day, and erases what ended long before it.
  ///
  /// @return how many records were sealed or erased
  @Transactional
  public int keepTime(LocalDate today) {
    List<Party> ended = table.listUnsealed(today);
    for (Party party : ended) {
      Instant now = now();
      table.seal(party.id(), now);
      log.record(
          Event.of(PartyEvent.SEALED)
              .about("case", party.caseId(), null)
              .fact("party", party.id())
              .fact("at", now)
              .fact("until", party.until().toString()));
    }
    List<Party> old = table.listEndedBy(today.minusDays(settings.eraseAfter().toDays()));
    old.forEach(party -> erase(null, party, Cause.ENDED, null, null));
    return ended.size() + old.size();
  }

  private void erase(
      @Nullable String code,
      Party party,
      Cause cause,
      @Nullable Person by,
      @Nullable String reason) {
    byte[] erased = table.findCipher(party.id()).orElseThrow();
    Instant now = now();
    table.erase(party.id(), now);
    reopenings.forget(party.id());
    Event event =
        Event.of(PartyEvent.ERASED)
            .by(by == null ? null : by.actor())
            .about("case", party.caseId(), code)
            .fact("party", party.id())
            .fact("at", now)
            .fact("until", party.until().toString())
            .fact("cause", cause)
            .fact("sha256", Hash.sha256(erased).hex());
    log.record(reason == null ? event : event.detail("reason", reason));
  }

  /// Finds a record that can be read.
  private Party lockForUpdate(CaseFile file, UUID id) {
    Party party =
        table.findForUpdate(file.id(), id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_PARTY));
    if (party.on(today()) != Party.State.OPEN) {
      throw Problem.of(CaseProblem.PARTY_SEALED, file.code());
    }
    return party;
  }

  /// Finds a record that is sealed and not erased.
  Party holdSealed(CaseFile file, UUID id) {
    Party party =
        table.findForUpdate(file.id(), id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_PARTY));
    return switch (party.on(today())) {
      case OPEN -> throw Problem.of(CaseProblem.PARTY_OPEN, file.code());
      case ERASED -> throw Problem.of(CaseProblem.PARTY_ERASED, file.code());
      case SEALED -> party;
    };
  }

  /// Whether a legal basis can be that of a record.
  void check(LocalDate from, LocalDate until) {
    var problems = new FieldProblems();
    LocalDate today = today();
    if (from.isAfter(today)) {
      problems.reject("from", "past-or-present");
    }
    if (until.isBefore(today)) {
      problems.reject("until", "today-or-later");
    } else if (until.isAfter(today.plusDays(settings.longest().toDays()))) {
      problems.reject("until", "party-until", settings.longest().toDays());
    }
    problems.requireNone();
  }

  static Event event(PartyEvent type, CaseFile file, Party party, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("case", file.id(), file.code())
        .fact("party", party.id())
        .fact("role", party.role());
  }

  Instant now() {
    return clock.now();
  }
}
