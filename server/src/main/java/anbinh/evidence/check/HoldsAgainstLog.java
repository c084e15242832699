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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the holds on packages, and the certificates of their deletion, against the log.
@Component
class HoldsAgainstLog extends ActsAgainstLog {
  private static final String CONFIRMED = "CONFIRMED";
  private static final String ID = "hold";
  private static final String HOLDS =
      """
      select id, request_id as request, authority, document, reason, placed_by,
        lifting_outcome as outcome, lifting_decided_by as decided_by from evidence.hold
      """;
  private static final String CERTIFICATES = "select event_id from evidence.deletion ";

  HoldsAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    super(database, log, snapshot, people);
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
  public String unit() {
    return "holds and certificates";
  }

  @Override
  long compare(CheckReport report) {
    return compareHolds(report) + compareCertificates(report);
  }

  private long compareHolds(CheckReport report) {
    log.forEach(
        EvidenceEvent.HOLD_PLACED,
        page -> compareEvents(page, this::wasPlaced, "the log tells of it otherwise", report));
    log.forEach(
        EvidenceEvent.HOLD_LIFTED,
        page ->
            compareEvents(
                page,
                (hold, event) -> isBy(event, hold.decidedBy()),
                "the log has another lift it",
                report));
    return snapshot.pages(
        HOLDS,
        Hold.class,
        page -> {
          Set<UUID> placed = told(EvidenceEvent.HOLD_PLACED, page.stream().map(Hold::request), ID);
          Set<UUID> lifted = told(EvidenceEvent.HOLD_LIFTED, page.stream().map(Hold::request), ID);
          for (Hold hold : page) {
            if (!placed.contains(hold.id())) {
              report.accept(new Finding("hold " + hold.id(), "the log does not tell of it"));
            } else if (CONFIRMED.equals(hold.outcome()) != lifted.contains(hold.id())) {
              report.accept(
                  new Finding("hold " + hold.id(), "the log tells of its lifting otherwise"));
            }
          }
          report.looked(page.size());
        });
  }

  private interface Match {
    boolean matches(Hold row, RecordedEvent event);
  }

  private void compareEvents(
      List<RecordedEvent> events, Match match, String otherwise, CheckReport report) {
    Map<UUID, Hold> holds =
        rows(
            Hold.class,
            HOLDS + "where id = any (?)",
            events.stream().map(event -> id(event, ID)),
            Hold::id);
    for (RecordedEvent event : events) {
      UUID id = id(event, ID);
      Hold hold = id == null ? null : holds.get(id);
      if (hold == null) {
        report.accept(new Finding("hold " + id, "the log has it, and the database does not"));
      } else if (!match.matches(hold, event)) {
        report.accept(new Finding("hold " + id, otherwise));
      }
    }
  }

  private boolean wasPlaced(Hold hold, RecordedEvent event) {
    return isAbout(event, hold.request())
        && isBy(event, hold.placedBy())
        && says(event, "authority", hold.authority())
        && tells(event, "document", hold.document())
        && tells(event, "reason", hold.reason());
  }

  private long compareCertificates(CheckReport report) {
    log.forEach(
        EvidenceEvent.PACKAGE_DELETED,
        page -> {
          Map<UUID, UUID> certified =
              rows(
                  UUID.class,
                  CERTIFICATES + "where event_id = any (?)",
                  page.stream().map(RecordedEvent::id),
                  Function.identity());
          page.stream()
              .filter(event -> !certified.containsKey(event.id()))
              .forEach(event ->
                  report.accept(
                      new Finding(
                          "request " + event.objectId(),
                          "the log certifies a deletion that the database does not know of")));
        });
    return snapshot.pages(
        CERTIFICATES + "where event_id is not null",
        UUID.class,
        page -> {
          Set<UUID> recorded =
              log.recorded(
                  Set.of(EvidenceEvent.PACKAGE_DELETED), page.stream().collect(Collectors.toSet()));
          page.stream()
              .filter(event -> !recorded.contains(event))
              .forEach(event ->
                  report.accept(
                      new Finding("deletion " + event, "the log has no such certificate")));
          report.looked(page.size());
        });
  }
}
