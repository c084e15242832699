package anbinh.evidence.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.LoggedDecisions;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestTable;
import anbinh.identity.people.People;
import anbinh.platform.CheckReport;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds requests, decisions, confirmations and the history of requests against the log.
@Component
class RequestsAgainstLog extends ActsAgainstLog {
  private static final int PAGE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /// What the log says of what a history tells. The record of a seal is the package's own document,
  /// which the check of packages compares.
  private static final Map<String, EvidenceEvent> EVENTS =
      Arrays.stream(RequestEventType.values())
          .filter(what -> what != RequestEventType.SEALED)
          .collect(Collectors.toUnmodifiableMap(RequestEventType::name, RequestEventType::event));

  private static final String HISTORY =
      """
      select h.event_id as event, h.request_id as request, h.what, h.who, r.code
      from evidence.history h left join evidence.request r on r.id = h.request_id
      where h.what <> 'SEALED'
      """;

  private final RequestTable requests;
  private final LoggedDecisions decisions;

  RequestsAgainstLog(
      SqlClient database,
      AuditLog log,
      Snapshot snapshot,
      People people,
      RequestTable requests,
      LoggedDecisions decisions) {
    super(database, log, snapshot, people);
    this.requests = requests;
    this.decisions = decisions;
  }

  private record Entry(
      UUID event, UUID request, String what, @Nullable UUID who, @Nullable String code) {}

  @Override
  public String subject() {
    return "requests and decisions against log";
  }

  @Override
  public String unit() {
    return "requests";
  }

  @Override
  long compare(CheckReport report) {
    long count = compareRequests(report);
    log.forEach(EvidenceEvent.REQUESTED, page -> compareRequested(page, report));
    Set.copyOf(EVENTS.values())
        .forEach(type -> log.forEach(type, page -> compareHistory(type, page, report)));
    compareHistory(report);
    return count;
  }

  private long compareRequests(CheckReport report) {
    long count = 0;
    List<EvidenceRequest> page = requests.listAfter(BEFORE_ALL, PAGE);
    while (!page.isEmpty()) {
      Map<UUID, List<String>> differences = decisions.differences(page, this::pseudonym);
      for (EvidenceRequest request : page) {
        differences
            .getOrDefault(request.id(), List.of())
            .forEach(what -> report.accept(new Finding("request " + request.code(), what)));
      }
      count += page.size();
      report.looked(page.size());
      page = requests.listAfter(page.getLast().id(), PAGE);
    }
    return count;
  }

  private void compareRequested(List<RecordedEvent> events, CheckReport report) {
    Map<UUID, UUID> known =
        rows(
            UUID.class,
            "select id from evidence.request where id = any (?)",
            events.stream().map(RequestsAgainstLog::request),
            Function.identity());
    for (RecordedEvent event : events) {
      UUID request = request(event);
      if (request == null || !known.containsKey(request)) {
        report.accept(
            new Finding(
                "request " + event.objectId(), "the log has it, and the database does not"));
      }
    }
  }

  private static @Nullable UUID request(RecordedEvent event) {
    String request = event.objectId();
    return request == null ? null : UUID.fromString(request);
  }

  /// Events of a type, each of which a history tells of.
  private void compareHistory(EvidenceEvent type, List<RecordedEvent> events, CheckReport report) {
    Map<UUID, List<Entry>> history =
        database.groups(
            UUID.class,
            Entry.class,
            HISTORY + "and h.event_id = any (?)",
            events.stream().map(RecordedEvent::id).toList());
    for (RecordedEvent event : events) {
      List<Entry> entries = history.getOrDefault(event.id(), List.of());
      if (entries.isEmpty()) {
        report.accept(
            new Finding(
                "request " + event.objectId(),
                "its history has no row of the log's " + type.code()));
      }
      entries.forEach(entry -> compareHistory(type, event, entry, entries.size() > 1, report));
    }
  }

  private void compareHistory(
      EvidenceEvent type, RecordedEvent event, Entry entry, boolean again, CheckReport report) {
    if (again) {
      report.accept(
          new Finding(
              "request " + entry.code(), "its history tells of " + type.code() + " several times"));
    } else if (EVENTS.get(entry.what()) != type
        || !isAbout(event, entry.request())
        || !isBy(event, entry.who())) {
      report.accept(
          new Finding(
              "request " + entry.code(),
              "its history tells of " + type.code() + " otherwise than the log"));
    }
  }

  /// What histories tell, each of which is an event.
  private void compareHistory(CheckReport report) {
    Set<EvidenceEvent> types = Set.copyOf(EVENTS.values());
    snapshot.pages(
        HISTORY,
        Entry.class,
        page -> {
          Set<UUID> recorded =
              log.recorded(types, page.stream().map(Entry::event).collect(Collectors.toSet()));
          page.stream()
              .filter(entry -> !recorded.contains(entry.event()))
              .forEach(entry ->
                  report.accept(
                      new Finding(
                          "request " + entry.code(),
                          "its history tells of " + entry.what() + ", and the log does not")));
        });
  }
}
