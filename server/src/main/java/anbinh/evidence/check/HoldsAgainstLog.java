package anbinh.evidence.check;

import anbinh.audit.AuditLog;
import anbinh.audit.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.identity.People;
import anbinh.platform.Finding;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Holds the holds on packages, and the certificates of their deletion, against the log.
@Component
class HoldsAgainstLog extends ActsAgainstLog {
  private static final String CONFIRMED = "CONFIRMED";

  HoldsAgainstLog(
      JdbcClient database, AuditLog log, People people, PlatformTransactionManager transactions) {
    super(database, log, people, transactions);
  }

  private record Hold(
      UUID id,
      UUID request,
      String authority,
      String document,
      String reason,
      UUID placedBy,
      @Nullable String outcome,
      @Nullable UUID decidedBy) {}

  @Override
  public String subject() {
    return "holds and certificates of deletion against log";
  }

  @Override
  long compare(Consumer<Finding> findings) {
    Map<UUID, Hold> holds =
        rows(
            """
            select id, request_id, authority, document, reason, placed_by, lifting_outcome,
              lifting_decided_by from evidence.hold
            """,
            Hold::id,
            (row, _) ->
                new Hold(
                    row.getObject("id", UUID.class),
                    row.getObject("request_id", UUID.class),
                    row.getString("authority"),
                    row.getString("document"),
                    row.getString("reason"),
                    row.getObject("placed_by", UUID.class),
                    row.getString("lifting_outcome"),
                    row.getObject("lifting_decided_by", UUID.class)));
    Set<UUID> placed = new HashSet<>();
    Set<UUID> lifted = new HashSet<>();
    events(
        EvidenceEvent.HOLD_PLACED,
        event -> {
          Hold hold = find(holds, event, placed, findings);
          if (hold != null && !wasPlaced(hold, event)) {
            findings.accept(new Finding("hold " + hold.id(), "the log tells of it otherwise"));
          }
        });
    events(
        EvidenceEvent.HOLD_LIFTED,
        event -> {
          Hold hold = find(holds, event, lifted, findings);
          if (hold != null && !isBy(event, hold.decidedBy())) {
            findings.accept(new Finding("hold " + hold.id(), "the log has another lift it"));
          }
        });
    for (Hold hold : holds.values()) {
      if (!placed.contains(hold.id())) {
        findings.accept(new Finding("hold " + hold.id(), "the log does not tell of it"));
      } else if (CONFIRMED.equals(hold.outcome()) != lifted.contains(hold.id())) {
        findings.accept(new Finding("hold " + hold.id(), "the log tells of its lifting otherwise"));
      }
    }
    compareCertificates(findings);
    return holds.size();
  }

  private static @Nullable Hold find(
      Map<UUID, Hold> holds, RecordedEvent event, Set<UUID> seen, Consumer<Finding> findings) {
    UUID id = id(event, "hold");
    Hold hold = id == null ? null : holds.get(id);
    if (hold == null) {
      findings.accept(new Finding("hold " + id, "the log has it, and the database does not"));
      return null;
    }
    seen.add(hold.id());
    return hold;
  }

  private boolean wasPlaced(Hold hold, RecordedEvent event) {
    return isAbout(event, hold.request())
        && isBy(event, hold.placedBy())
        && says(event, "authority", hold.authority())
        && tells(event, "document", hold.document())
        && tells(event, "reason", hold.reason());
  }

  private void compareCertificates(Consumer<Finding> findings) {
    Set<UUID> certified =
        new HashSet<>(
            database
                .sql("select event_id from evidence.deletion where event_id is not null")
                .query(UUID.class)
                .list());
    events(
        EvidenceEvent.PACKAGE_DELETED,
        event -> {
          if (!certified.remove(event.id())) {
            findings.accept(
                new Finding(
                    "request " + event.objectId(),
                    "the log certifies a deletion that the database does not know of"));
          }
        });
    certified.forEach(
        id -> findings.accept(new Finding("deletion " + id, "the log has no such certificate")));
  }
}
