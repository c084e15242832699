package anbinh.evidence.web;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.footage.DiscardCause;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/urgent-requests`: how the urgent way is used. Auditors and administrators see what
/// happened in their area, without what it was about.
@RestController
@RequestMapping("/api/urgent-requests")
class UrgentController {
  /// How far back the figures of a person go.
  private static final Duration LATELY = Duration.ofDays(90);

  private final UrgentTable table;
  private final Access access;
  private final People people;
  private final Requests requests;
  private final AuditLog log;

  UrgentController(
      UrgentTable table, Access access, People people, Requests requests, AuditLog log) {
    this.table = table;
    this.access = access;
    this.people = people;
    this.requests = requests;
    this.log = log;
  }

  /// One urgent request.
  ///
  /// @param alert whether the footage was secured and nobody ratified that
  /// @param certificate the place in the log that certifies the deletion
  record UrgentView(
      UUID id,
      String code,
      StateName state,
      UrgentReason reason,
      PersonName markedBy,
      Instant markedAt,
      Instant ratifyBy,
      @Nullable PersonName decidedBy,
      @Nullable Instant securedAt,
      @Nullable DiscardCause discardCause,
      @Nullable Instant discardedAt,
      @Nullable Long certificate,
      boolean alert) {}

  /// How one person used the urgent way in the last 90 days.
  ///
  /// @param requests that they made or marked, urgent or not
  record PersonView(
      PersonName person, long requests, long marked, long ratified, long refused, long lapsed) {}

  record PeopleView(Instant since, List<PersonView> items) {
    PeopleView {
      items = List.copyOf(items);
    }
  }

  @GetMapping
  Page<UrgentView> list(PageRequest page) {
    Person reader = access.require(Role.AUDITOR, Role.ADMINISTRATOR);
    AreaScope scope = access.scope(reader, Role.AUDITOR, Role.ADMINISTRATOR);
    Page<UrgentTable.Row> cut =
        Page.read(
            page, Page.byId(UrgentTable.Row::id), rows -> table.list(scope, page.after(), rows));
    record(reader);
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(cut.items(), UrgentTable.Row::markedBy, UrgentTable.Row::decidedBy));
    Map<UUID, Long> indexes = log.indexes(Ids.of(cut.items(), UrgentTable.Row::discardEvent));
    return cut.map(row -> view(row, names, indexes));
  }

  @GetMapping("/people")
  PeopleView people() {
    Person auditor = access.require(Role.AUDITOR);
    Instant since = requests.now().minus(LATELY);
    List<UrgentTable.Count> counts = table.count(since, access.scope(auditor, Role.AUDITOR));
    record(auditor);
    Map<UUID, String> names = people.displayNames(Ids.of(counts, UrgentTable.Count::person));
    List<PersonView> items = new ArrayList<>();
    for (UrgentTable.Count count : counts) {
      items.add(
          new PersonView(
              PersonName.of(count.person(), names),
              count.requests(),
              count.marked(),
              count.ratified(),
              count.refused(),
              count.lapsed()));
    }
    return new PeopleView(since, items);
  }

  private void record(Person reader) {
    log.record(Event.of(EvidenceEvent.URGENT_READ).by(reader.actor()));
  }

  private static UrgentView view(
      UrgentTable.Row row, Map<UUID, String> names, Map<UUID, Long> indexes) {
    UUID decider = row.decidedBy();
    return new UrgentView(
        row.id(),
        row.code(),
        row.state(),
        row.reason(),
        PersonName.of(row.markedBy(), names),
        row.markedAt(),
        row.ratifyBy(),
        decider == null ? null : PersonName.of(decider, names),
        row.securedAt(),
        row.discardCause(),
        row.discardedAt(),
        row.discardEvent() == null ? null : indexes.get(row.discardEvent()),
        row.discardCause() == DiscardCause.REFUSED
            || row.discardCause() == DiscardCause.NOT_RATIFIED);
  }
}
