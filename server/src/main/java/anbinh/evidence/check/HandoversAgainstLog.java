package anbinh.evidence.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.identity.people.People;
import anbinh.platform.CheckReport;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds hand-overs, receipts and downloads of packages against the log.
@Component
class HandoversAgainstLog extends ActsAgainstLog {
  private static final String RECEIVED = "RECEIVED";
  private static final String ID = "handover";
  private static final String HANDOVERS =
      """
      select id, request_id as request, state, to_name as name, to_office as office,
        to_title as title, handed_by as by, recipient,
        encode(sha256(receipt), 'hex') as receipt
      from evidence.handover
      """;
  private static final String DOWNLOADS =
      """
      select event_id as event, request_id as request, who, from_byte as "from", to_byte as "to"
      from evidence.download
      """;

  HandoversAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(database, log, snapshot, people);
  }

  private record Handover(
      UUID id,
      UUID request,
      String state,
      String name,
      String office,
      String title,
      UUID by,
      @Nullable UUID recipient,
      @Nullable String receipt) {}

  private record Download(UUID event, UUID request, UUID who, long from, long to) {}

  @Override
  public String subject() {
    return "hand-overs and downloads against log";
  }

  @Override
  public String unit() {
    return "hand-overs and downloads";
  }

  @Override
  long compare(CheckReport report) {
    return compareHandovers(report) + compareDownloads(report);
  }

  private long compareHandovers(CheckReport report) {
    log.forEach(
        EvidenceEvent.HANDOVER_OPENED, page -> compareEvents(page, this::wasOpened, report));
    log.forEach(EvidenceEvent.RECEIVED, page -> compareEvents(page, this::wasReceived, report));
    return snapshot.pages(
        HANDOVERS,
        Handover.class,
        page -> {
          Set<UUID> opened =
              told(EvidenceEvent.HANDOVER_OPENED, page.stream().map(Handover::request), ID);
          Set<UUID> received =
              told(EvidenceEvent.RECEIVED, page.stream().map(Handover::request), ID);
          for (Handover each : page) {
            if (!opened.contains(each.id())) {
              report.accept(new Finding("hand-over " + each.id(), "the log does not tell of it"));
            } else if (each.state().equals(RECEIVED) != received.contains(each.id())) {
              report.accept(
                  new Finding(
                      "hand-over " + each.id(), "the log tells of its confirmation otherwise"));
            }
          }
          report.looked(page.size());
        });
  }

  private interface Match {
    boolean matches(Handover row, RecordedEvent event);
  }

  private void compareEvents(List<RecordedEvent> events, Match match, CheckReport report) {
    Map<UUID, Handover> handovers =
        rows(
            Handover.class,
            HANDOVERS + "where id = any (?)",
            events.stream().map(event -> id(event, ID)),
            Handover::id);
    for (RecordedEvent event : events) {
      UUID id = id(event, ID);
      Handover row = id == null ? null : handovers.get(id);
      if (row == null) {
        report.accept(new Finding("hand-over " + id, "the log has it, and the database does not"));
      } else if (!isAbout(event, row.request()) || !match.matches(row, event)) {
        report.accept(new Finding("hand-over " + id, "the log tells of it otherwise"));
      }
    }
  }

  private boolean wasOpened(Handover row, RecordedEvent event) {
    return isBy(event, row.by())
        && tells(event, "name", row.name())
        && tells(event, "office", row.office())
        && tells(event, "title", row.title());
  }

  private boolean wasReceived(Handover row, RecordedEvent event) {
    UUID recipient = row.recipient();
    return isBy(event, recipient == null ? row.by() : recipient)
        && says(event, "receipt", row.receipt());
  }

  private long compareDownloads(CheckReport report) {
    log.forEach(EvidenceEvent.DOWNLOADED, page -> compareDownloads(page, report));
    return snapshot.pages(
        DOWNLOADS,
        Download.class,
        page -> {
          Set<UUID> recorded =
              log.recorded(
                  Set.of(EvidenceEvent.DOWNLOADED),
                  page.stream().map(Download::event).collect(Collectors.toSet()));
          page.stream()
              .filter(row -> !recorded.contains(row.event()))
              .forEach(row ->
                  report.accept(new Finding("download " + row.event(), "the log has it not")));
          report.looked(page.size());
        });
  }

  private void compareDownloads(List<RecordedEvent> events, CheckReport report) {
    Map<UUID, Download> downloads =
        rows(
            Download.class,
            DOWNLOADS + "where event_id = any (?)",
            events.stream().map(RecordedEvent::id),
            Download::event);
    for (RecordedEvent event : events) {
      Download row = downloads.get(event.id());
      if (row == null) {
        report.accept(
            new Finding("download " + event.id(), "the log has it, and the database does not"));
      } else if (!isAbout(event, row.request())
          || !isBy(event, row.who())
          || !says(event, "from", row.from())
          || !says(event, "to", row.to())) {
        report.accept(new Finding("download " + event.id(), "the log tells of it otherwise"));
      }
    }
  }
}
