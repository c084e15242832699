package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.party.PartyEvent;
import anbinh.identity.people.People;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds against the log who asked that the sealed record of one of the people of a case be opened
/// again, and who decided it. What was asked and decided is encrypted; its digests are compared.
///
/// All that was asked goes with the content of the record, and what nobody decided before its end
/// came goes when it is asked for again.
@Component
class ReopeningsAgainstLog extends CaseRecordsAgainstLog<ReopeningsAgainstLog.Reopening> {
  private static final String ROWS =
      """
      select r.id, p.case_id, r.party_id as party, r.from_on as "from", r.until_on as until,
        encode(sha256(r.wanted_cipher), 'hex') as requested, r.asked_by, r.asked_at, r.outcome,
        encode(sha256(r.decision_cipher), 'hex') as decision, r.decided_by, r.decided_at
      from cases.party_reopening r join cases.party p on p.id = r.party_id
      where p.case_id = any (?)
      """;
  private static final Kind<Reopening> KIND =
      new Kind<>(
          "reopening",
          "reopenings of parties",
          ROWS,
          Reopening.class,
          Set.of(PartyEvent.REOPENING_ASKED),
          Set.of(
              PartyEvent.REOPENING_ASKED,
              PartyEvent.REOPENED,
              PartyEvent.REOPENING_REFUSED,
              PartyEvent.ERASED));

  ReopeningsAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Reopening(
      UUID id,
      UUID caseId,
      UUID party,
      LocalDate from,
      LocalDate until,
      String requested,
      UUID askedBy,
      Instant askedAt,
      @Nullable String outcome,
      @Nullable String decision,
      @Nullable UUID decidedBy,
      @Nullable Instant decidedAt)
      implements Row {}

  @Override
  boolean isGone(Told told) {
    String party = Values.text(told.first(), "party");
    boolean decided = told.last(PartyEvent.REOPENED, PartyEvent.REOPENING_REFUSED) != null;
    boolean asked = false;
    for (RecordedEvent event : told.ofCase()) {
      if (!Objects.equals(party, Values.text(event, "party"))) {
        continue;
      }
      if (Values.is(event, PartyEvent.ERASED)
          || (asked && !decided && Values.is(event, PartyEvent.REOPENING_ASKED))) {
        return true;
      }
      asked = asked || event.id().equals(told.first().id());
    }
    return false;
  }

  @Override
  void compare(Reopening row, Told told, Consumer<String> differs) {
    RecordedEvent asked = told.first();
    differ(
        !Values.says(asked, "party", row.party())
            || !Values.says(asked, "from", row.from())
            || !Values.says(asked, "until", row.until())
            || !Values.says(asked, "requestSha256", row.requested()),
        "what was asked is told otherwise in the log",
        differs);
    differ(
        !isBy(asked, row.askedBy()) || !Values.says(asked, "at", row.askedAt()),
        "who asked and when is told otherwise in the log",
        differs);
    RecordedEvent decided = told.last(PartyEvent.REOPENED, PartyEvent.REOPENING_REFUSED);
    if (decided == null) {
      differ(row.outcome() != null, "the log does not tell of its decision", differs);
      return;
    }
    differ(
        !(Values.is(decided, PartyEvent.REOPENED) ? "CONFIRMED" : "REFUSED").equals(row.outcome())
            || !isBy(decided, row.decidedBy())
            || !Values.says(decided, "at", row.decidedAt())
            || !Values.says(decided, "decisionSha256", row.decision()),
        "its decision is told otherwise in the log",
        differs);
  }
}
