package anbinh.cases.party;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.CaseViewLog;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens sealed records of people again, which needs two; rights are the caller's to check. Safe
/// for many threads.
@Component
class Reopenings {
  private final Parties parties;
  private final PartyTable table;
  private final ReopeningTable reopenings;
  private final Ids ids;
  private final AuditLog log;
  private final CaseViewLog looks;

  Reopenings(
      Parties parties,
      PartyTable table,
      ReopeningTable reopenings,
      Ids ids,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.parties = parties;
    this.table = table;
    this.reopenings = reopenings;
    this.ids = ids;
    this.log = log;
  }

  /// Those of a case, newest first.
  List<Reopening> list(CaseFile file, Person by) {
    looks.record(file, by);
    return reopenings.list(file.id());
  }

  @Transactional
  Reopening ask(CaseFile file, UUID partyId, NewReopening requested, Person by) {
    Party party = parties.holdSealed(file, partyId);
    parties.check(requested.from(), requested.until());
    reopenings.forgetLapsed(partyId, parties.today());
    if (reopenings.findPending(partyId, parties.today()).isPresent()) {
      throw Problem.of(CaseProblem.REOPENING_PENDING, file.code());
    }
    var asked =
        new Reopening(
            ids.next(),
            file.id(),
            file.code(),
            partyId,
            party.role(),
            party.child(),
            requested.from(),
            requested.until(),
            requested.requested(),
            by.id(),
            parties.now(),
            null);
    String kept = reopenings.insert(asked);
    log.record(
        Parties.event(PartyEvent.REOPENING_ASKED, file, party, by)
            .fact("reopening", asked.id())
            .fact("at", asked.askedAt())
            .fact("from", requested.from().toString())
            .fact("until", requested.until().toString())
            .fact("requestSha256", kept)
            .detail("reason", requested.requested().reason()));
    return getPending(partyId);
  }

  Reopening getPending(UUID partyId) {
    return reopenings
        .findPending(partyId, parties.today())
        .orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_REOPENING));
  }

  /// @return what is read of all that was asked about the case
  @Transactional
  List<Reopening> decide(CaseFile file, UUID partyId, NewDecision requested, Person by) {
    Reopening.Answer answer = requested.answer(parties.today());
    Party party = parties.holdSealed(file, partyId);
    Reopening pending = getPending(partyId);
    Instant now = parties.now();
    String kept =
        reopenings.decide(
            pending.id(), new Reopening.Decision(requested.outcome(), answer, by.id(), now));
    Reopening.Paper paper = answer.paper();
    boolean confirmed = paper != null;
    Event event =
        Parties.event(
                confirmed ? PartyEvent.REOPENED : PartyEvent.REOPENING_REFUSED, file, party, by)
            .fact("reopening", pending.id())
            .fact("at", now)
            .fact("decisionSha256", kept);
    if (paper != null) {
      Content content = table.findContent(partyId).orElseThrow();
      String reopened =
          table.reopen(
              partyId,
              pending.from(),
              pending.until(),
              content.with(pending.requested().document(), pending.requested().article()));
      event =
          event
              .fact("from", pending.from().toString())
              .fact("until", pending.until().toString())
              .fact("sha256", reopened)
              .fact("authority", paper.authority())
              .fact("paperOn", paper.on().toString())
              .detail("paper", paper.number());
    }
    log.record(answer.reason() == null ? event : event.detail("reason", answer.reason()));
    return reopenings.list(file.id());
  }
}
