package anbinh.cases.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.party.PartyEvent;
import anbinh.identity.people.People;
import anbinh.platform.Site;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the records of people of cases against the log: on what basis and until when each may be
/// read, whether it is sealed or erased, and, by their digest, that its encrypted bytes are those
/// that were recorded last. Who somebody is, is not read here.
@Component
class PartiesAgainstLog extends CaseRecordsAgainstLog<PartiesAgainstLog.Party> {
  private static final String ROWS =
      """
      select id, case_id, role, child, from_on as "from", until_on as until,
        encode(sha256(content_cipher), 'hex') as sha256, recorded_by, recorded_at, sealed_at,
        erased_at
      from cases.party where case_id = any (?)
      """;
  private static final Kind<Party> KIND =
      new Kind<>(
          "party",
          "parties of cases",
          ROWS,
          Party.class,
          Set.of(PartyEvent.RECORDED),
          Set.of(
              PartyEvent.RECORDED,
              PartyEvent.READ,
              PartyEvent.EXTENDED,
              PartyEvent.SEALED,
              PartyEvent.REOPENED,
              PartyEvent.ERASED));

  /// Somebody who began to read before midnight may have been written down after it.
  private static final Duration GRACE = Duration.ofHours(1);

  private final Site site;

  PartiesAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people, Site site) {
    super(KIND, database, log, snapshot, people);
    this.site = site;
  }

  record Party(
      UUID id,
      UUID caseId,
      String role,
      boolean child,
      LocalDate from,
      LocalDate until,
      @Nullable String sha256,
      UUID recordedBy,
      Instant recordedAt,
      @Nullable Instant sealedAt,
      @Nullable Instant erasedAt)
      implements Row {}

  @Override
  void compare(Party row, Told told, Consumer<String> differs) {
    RecordedEvent recorded = told.first();
    differ(
        !Values.says(recorded, "role", row.role()), "its role is another one in the log", differs);
    differ(
        !Values.tells(recorded, "child", row.child()),
        "whether they are a child is told otherwise in the log",
        differs);
    differ(!isBy(recorded, row.recordedBy()), "who recorded it is another one in the log", differs);
    differ(
        !Values.says(recorded, "at", row.recordedAt()),
        "when it was recorded is told otherwise in the log",
        differs);
    RecordedEvent basis = told.last(PartyEvent.RECORDED, PartyEvent.EXTENDED, PartyEvent.REOPENED);
    compareBasis(row, basis == null ? recorded : basis, told, differs);
    RecordedEvent seal = told.last(PartyEvent.SEALED, PartyEvent.REOPENED);
    differ(
        (seal == null || Values.is(seal, PartyEvent.REOPENED))
            ? row.sealedAt() != null
            : !Values.says(seal, "at", row.sealedAt()),
        "whether it is sealed is told otherwise in the log",
        differs);
    differ(
        isUsedAfterItsEnd(told.own(), site.zone()),
        "by the log it was read or extended after its end",
        differs);
  }

  /// Which nobody can while the database says of the end what the log does.
  static boolean isUsedAfterItsEnd(List<RecordedEvent> own, ZoneId zone) {
    LocalDate until = LocalDate.MAX;
    for (RecordedEvent event : own) {
      if ((Values.is(event, PartyEvent.READ) || Values.is(event, PartyEvent.EXTENDED))
          && LocalDate.ofInstant(event.time().minus(GRACE), zone).isAfter(until)) {
        return true;
      }
      String basis = Values.is(event, PartyEvent.SEALED) ? null : Values.text(event, "until");
      if (basis != null) {
        until = LocalDate.parse(basis);
      }
    }
    return false;
  }

  private static void compareBasis(
      Party row, RecordedEvent basis, Told told, Consumer<String> differs) {
    differ(
        !Values.says(basis, "from", row.from()) || !Values.says(basis, "until", row.until()),
        "until when it may be read is told otherwise in the log",
        differs);
    RecordedEvent erased = told.last(PartyEvent.ERASED);
    if (erased == null) {
      differ(row.erasedAt() != null, "it is erased, and the log has no certificate", differs);
      differ(
          row.erasedAt() == null && !Values.says(basis, "sha256", row.sha256()),
          "its content is another one in the log",
          differs);
      return;
    }
    differ(
        row.sha256() != null || !Values.says(erased, "at", row.erasedAt()),
        "the log certifies that it was erased, and the database tells otherwise",
        differs);
    differ(
        !Values.says(erased, "sha256", Values.text(basis, "sha256")),
        "what was erased is not what the log has",
        differs);
  }
}
