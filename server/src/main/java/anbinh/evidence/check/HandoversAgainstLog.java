package anbinh.evidence.check;

import anbinh.audit.AuditLog;
import anbinh.audit.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.identity.People;
import anbinh.platform.Finding;
import anbinh.seal.tree.Hash;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Holds hand-overs, receipts and downloads of packages against the log.
@Component
class HandoversAgainstLog extends ActsAgainstLog {
  private static final String RECEIVED = "RECEIVED";

  HandoversAgainstLog(
      JdbcClient database, AuditLog log, People people, PlatformTransactionManager transactions) {
    super(database, log, people, transactions);
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
  long compare(Consumer<Finding> findings) {
    return compareHandovers(findings) + compareDownloads(findings);
  }

  private long compareHandovers(Consumer<Finding> findings) {
    Map<UUID, Handover> handovers =
        rows(
            """
            select id, request_id, state, to_name, to_office, to_title, handed_by, recipient,
              receipt from evidence.handover
            """,
            Handover::id,
            (row, _) -> {
              byte[] receipt = row.getBytes("receipt");
              return new Handover(
                  row.getObject("id", UUID.class),
                  row.getObject("request_id", UUID.class),
                  row.getString("state"),
                  row.getString("to_name"),
                  row.getString("to_office"),
                  row.getString("to_title"),
                  row.getObject("handed_by", UUID.class),
                  row.getObject("recipient", UUID.class),
                  receipt == null ? null : Hash.sha256(receipt).hex());
            });
    Set<UUID> opened = new HashSet<>();
    Set<UUID> received = new HashSet<>();
    events(
        EvidenceEvent.HANDOVER_OPENED,
        event -> find(handovers, event, opened, this::wasOpened, findings));
    events(
        EvidenceEvent.RECEIVED,
        event -> find(handovers, event, received, this::wasReceived, findings));
    for (Handover each : handovers.values()) {
      if (!opened.contains(each.id())) {
        findings.accept(new Finding("hand-over " + each.id(), "the log does not tell of it"));
      } else if (each.state().equals(RECEIVED) != received.contains(each.id())) {
        findings.accept(
            new Finding("hand-over " + each.id(), "the log tells of its confirmation otherwise"));
      }
    }
    return handovers.size();
  }

  private interface Match {
    boolean matches(Handover row, RecordedEvent event);
  }

  private static void find(
      Map<UUID, Handover> handovers,
      RecordedEvent event,
      Set<UUID> seen,
      Match match,
      Consumer<Finding> findings) {
    UUID id = id(event, "handover");
    Handover row = id == null ? null : handovers.get(id);
    if (row == null) {
      findings.accept(new Finding("hand-over " + id, "the log has it, and the database does not"));
      return;
    }
    seen.add(row.id());
    if (!isAbout(event, row.request()) || !match.matches(row, event)) {
      findings.accept(new Finding("hand-over " + id, "the log tells of it otherwise"));
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

  private long compareDownloads(Consumer<Finding> findings) {
    Map<UUID, Download> downloads =
        rows(
            "select event_id, request_id, who, from_byte, to_byte from evidence.download",
            Download::event,
            (row, _) ->
                new Download(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getLong(4),
                    row.getLong(5)));
    long size = downloads.size();
    events(
        EvidenceEvent.DOWNLOADED,
        event -> {
          Download row = downloads.remove(event.id());
          if (row == null) {
            findings.accept(
                new Finding("download " + event.id(), "the log has it, and the database does not"));
          } else if (!isAbout(event, row.request())
              || !isBy(event, row.who())
              || !says(event, "from", row.from())
              || !says(event, "to", row.to())) {
            findings.accept(new Finding("download " + event.id(), "the log tells of it otherwise"));
          }
        });
    downloads
        .keySet()
        .forEach(id -> findings.accept(new Finding("download " + id, "the log has it not")));
    return size;
  }
}
