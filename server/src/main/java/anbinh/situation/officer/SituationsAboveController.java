package anbinh.situation.officer;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Inbound;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.situation.SituationEvent;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationOfficers.Desk;
import anbinh.situation.officer.WrittenReports.WrittenReport;
import anbinh.situation.officer.WrittenReports.WrittenReportDetails;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationsAbove.WrittenSituation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What the officers above those of a commune read: how much was not done in time, as counts, and
/// the written reports that are made for them.
@RestController
class SituationsAboveController {
  private final SituationTable table;
  private final SituationAccess access;
  private final SituationOfficers officers;
  private final WrittenReports reports;
  private final SituationDeadlines clock;
  private final Areas areas;
  private final AuditLog log;

  SituationsAboveController(
      SituationTable table,
      SituationAccess access,
      SituationOfficers officers,
      WrittenReports reports,
      SituationDeadlines clock,
      Areas areas,
      AuditLog log) {
    this.table = table;
    this.access = access;
    this.officers = officers;
    this.reports = reports;
    this.clock = clock;
    this.areas = areas;
    this.log = log;
  }

  /// Of one commune, without a word of which reports.
  ///
  /// @param due what was not done in time
  /// @param since when the first was due
  record SituationOverdue(
      UUID communeId, String communeName, SituationState.Next due, long count, Instant since) {}

  /// How much was not done in time.
  @GetMapping("/api/situations/overdue")
  Page<SituationOverdue> overdue() {
    Person reader = access.requireOfficer();
    Desk desk = officers.desk(reader);
    Set<UUID> communes = desk.upper().isEmpty() ? desk.communes() : desk.upper();
    Map<UUID, String> names = areas.names(communes);
    List<SituationOverdue> lines =
        table.countOverdue(communes, clock.now(), reader.id()).stream()
            .map(each ->
                new SituationOverdue(
                    each.communeId(),
                    names.getOrDefault(each.communeId(), ""),
                    each.what(),
                    each.count(),
                    each.since()))
            .collect(Collectors.toList());
    log.record(
        Event.of(SituationEvent.OVERDUE_LISTED).by(reader.actor()).fact("lines", lines.size()));
    return Page.all(lines);
  }

  /// The written reports of one's communes, the last one first, without what is in them; none for
  /// an officer of one commune.
  @GetMapping("/api/situations/written-reports")
  Page<WrittenReport> listWritten(PageRequest page) {
    Person reader = access.requireOfficer();
    Instant at = page.key(0, text -> Inbound.instant(text).orElseThrow()).orElse(null);
    UUID before = at == null ? null : page.key(1, UUID::fromString).orElse(null);
    Page<WrittenSituation> cut =
        Page.read(
            page,
            each -> List.of(each.writtenAt().toString(), each.situation().id().toString()),
            rows -> reports.list(officers.desk(reader).upper(), reader, at, before, rows));
    List<WrittenReport> shown = reports.show(cut.items());
    log.record(
        Event.of(SituationEvent.WRITTEN_LISTED).by(reader.actor()).fact("count", shown.size()));
    return cut.with(shown);
  }

  /// What was written of one for the officers above; every reading is an entry of the log.
  @GetMapping("/api/situations/{id}/written-report")
  WrittenReportDetails readWritten(@PathVariable UUID id) {
    return reports.read(id);
  }
}
