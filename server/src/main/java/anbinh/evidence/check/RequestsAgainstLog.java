package anbinh.evidence.check;

import anbinh.audit.AuditLog;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.Happening;
import anbinh.evidence.request.LoggedDecisions;
import anbinh.evidence.request.Requests;
import anbinh.identity.People;
import anbinh.platform.Finding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Holds requests, decisions, confirmations and the history of requests against the log.
@Component
class RequestsAgainstLog extends ActsAgainstLog {
  private final Requests requests;
  private final LoggedDecisions decisions;

  RequestsAgainstLog(
      JdbcClient database,
      AuditLog log,
      People people,
      PlatformTransactionManager transactions,
      Requests requests,
      LoggedDecisions decisions) {
    super(database, log, people, transactions);
    this.requests = requests;
    this.decisions = decisions;
  }

  private record Entry(UUID event, UUID request, Happening what, @Nullable UUID who) {}

  @Override
  public String subject() {
    return "requests and decisions against log";
  }

  @Override
  long compare(Consumer<Finding> findings) {
    Map<UUID, String> codes = new HashMap<>();
    database
        .sql("select id, code from evidence.request")
        .query(row -> {
          codes.put(row.getObject(1, UUID.class), row.getString(2));
        });
    codes.forEach((id, code) ->
        decisions
            .differences(requests.get(id))
            .forEach(what -> findings.accept(new Finding("request " + code, what))));
    Set<String> known = codes.keySet().stream().map(UUID::toString).collect(Collectors.toSet());
    events(
        EvidenceEvent.REQUESTED,
        event -> {
          if (!known.contains(event.objectId())) {
            findings.accept(
                new Finding(
                    "request " + event.objectId(), "the log has it, and the database does not"));
          }
        });
    compareHistory(codes, findings);
    return codes.size();
  }

  private void compareHistory(Map<UUID, String> codes, Consumer<Finding> findings) {
    Map<UUID, Entry> history =
        rows(
            "select event_id, request_id, what, who from evidence.history",
            Entry::event,
            (row, _) ->
                new Entry(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    Happening.valueOf(row.getString(3)),
                    row.getObject(4, UUID.class)));
    // The record of a seal is the package's own document, which the check of packages compares.
    history.values().removeIf(entry -> entry.what() == Happening.SEALED);
    Set<EvidenceEvent> types =
        Arrays.stream(Happening.values())
            .filter(what -> what != Happening.SEALED)
            .map(Happening::event)
            .collect(Collectors.toSet());
    for (EvidenceEvent type : types) {
      events(
          type,
          event -> {
            Entry entry = history.remove(event.id());
            if (entry == null) {
              findings.accept(
                  new Finding(
                      "request " + event.objectId(),
                      "its history has no row of the log's " + type.code()));
            } else if (entry.what().event() != type
                || !isAbout(event, entry.request())
                || !isBy(event, entry.who())) {
              findings.accept(
                  new Finding(
                      "request " + codes.get(entry.request()),
                      "its history tells of " + type.code() + " otherwise than the log"));
            }
          });
    }
    history
        .values()
        .forEach(entry ->
            findings.accept(
                new Finding(
                    "request " + codes.get(entry.request()),
                    "its history tells of " + entry.what() + ", and the log does not")));
  }
}
