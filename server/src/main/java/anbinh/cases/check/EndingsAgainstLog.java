package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.ending.EndingEvent;
import anbinh.identity.people.People;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds against the log who said that a case is over for good, or is not after all, by which
/// paper, and who decided it: from a confirmed end the time counts for which packages are kept.
@Component
class EndingsAgainstLog extends CaseRecordsAgainstLog<EndingsAgainstLog.Ending> {
  private static final String ROWS =
      """
      select id, case_id, act, kind, authority, paper_number as paper, paper_on, reason, asked_by,
        asked_at, asked_event, outcome, decision_reason, decided_by, decided_at, decided_event
      from cases.final_closure where case_id = any (?)
      """;
  private static final Kind<Ending> KIND =
      new Kind<>(
          "ending",
          "final closures of cases",
          ROWS,
          Ending.class,
          Set.of(EndingEvent.ASKED, EndingEvent.UNDOING_ASKED),
          EnumSet.complementOf(EnumSet.of(EndingEvent.LISTED)));

  EndingsAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(KIND, database, log, snapshot, people);
  }

  record Ending(
      UUID id,
      UUID caseId,
      String act,
      @Nullable String kind,
      @Nullable String authority,
      @Nullable String paper,
      @Nullable LocalDate paperOn,
      String reason,
      UUID askedBy,
      Instant askedAt,
      UUID askedEvent,
      @Nullable String outcome,
      @Nullable String decisionReason,
      @Nullable UUID decidedBy,
      @Nullable Instant decidedAt,
      @Nullable UUID decidedEvent)
      implements Row {}

  @Override
  void compare(Ending row, Told told, Consumer<String> differs) {
    RecordedEvent asked = told.first();
    differ(
        !(Values.is(asked, EndingEvent.ASKED) ? "END" : "UNDO").equals(row.act())
            || !Values.says(asked, "end", row.kind())
            || !Values.says(asked, "authority", row.authority())
            || !Values.says(asked, "paperOn", row.paperOn())
            || !Values.tells(asked, "paper", row.paper())
            || !Values.tells(asked, "reason", row.reason()),
        "what was asked is told otherwise in the log",
        differs);
    differ(
        !isBy(asked, row.askedBy())
            || !Values.says(asked, "at", row.askedAt())
            || !asked.id().equals(row.askedEvent()),
        "who asked and when is told otherwise in the log",
        differs);
    RecordedEvent decided =
        told.last(
            EndingEvent.CONFIRMED,
            EndingEvent.REFUSED,
            EndingEvent.UNDONE,
            EndingEvent.UNDOING_REFUSED);
    if (decided == null) {
      differ(row.outcome() != null, "the log does not tell of its decision", differs);
      return;
    }
    differ(
        !outcome(decided).equals(row.outcome())
            || !isBy(decided, row.decidedBy())
            || !Values.says(decided, "at", row.decidedAt())
            || !decided.id().equals(row.decidedEvent())
            || !Values.tells(decided, "reason", row.decisionReason()),
        "its decision is told otherwise in the log",
        differs);
  }

  private static String outcome(RecordedEvent decided) {
    return Values.is(decided, EndingEvent.CONFIRMED) || Values.is(decided, EndingEvent.UNDONE)
        ? "CONFIRMED"
        : "REFUSED";
  }
}
