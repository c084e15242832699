package anbinh.evidence.timeline;

import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseChange;
import anbinh.cases.CaseChanges;
import anbinh.cases.CaseEnding;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseNote;
import anbinh.cases.Incident;
import anbinh.cases.ReadableRequests;
import anbinh.cases.ending.CaseEnds;
import anbinh.cases.incident.Incidents;
import anbinh.cases.store.CaseViewLog;
import anbinh.cases.store.Cases;
import anbinh.cases.store.Notes;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestLink;
import anbinh.evidence.request.RequestTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/timeline`: for whoever may see the case.
@RestController
@RequestMapping("/api/cases/{id}/timeline")
class TimelineController {
  private static final Role[] READERS = {Role.INVESTIGATOR, Role.APPROVER};

  private final Cases cases;
  private final Notes notes;
  private final CaseChanges changes;
  private final Incidents incidents;
  private final CaseEnds ends;
  private final RequestTable requests;
  private final ReadableRequests readable;
  private final People people;
  private final Access access;
  private final AuditLog log;
  private final CaseViewLog looks;

  TimelineController(
      Cases cases,
      Notes notes,
      CaseChanges changes,
      Incidents incidents,
      CaseEnds ends,
      RequestTable requests,
      ReadableRequests readable,
      People people,
      Access access,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.cases = cases;
    this.notes = notes;
    this.changes = changes;
    this.incidents = incidents;
    this.ends = ends;
    this.requests = requests;
    this.readable = readable;
    this.people = people;
    this.access = access;
    this.log = log;
  }

  /// What a line tells of.
  enum Kind {
    OCCURRED,
    OPENED,
    NOTE,
    PLACE,
    PROTECTION,
    /// One of the incidents happened.
    INCIDENT,
    INCIDENT_ADDED,
    INCIDENT_CORRECTED,
    INCIDENT_WITHDRAWN,
    REQUEST,
    CLOSED,
    ENDING_ASKED,
    ENDING_REFUSED,
    /// A second person confirmed that it is over for good.
    ENDED,
    UNDOING_ASKED,
    UNDOING_REFUSED,
    /// A second person confirmed that it is not over after all.
    UNDONE
  }

  /// @param who null when the server did it by itself, and for what happened outside of it
  /// @param words of a note, or why something was changed
  /// @param incident the title of the incident that it is about
  /// @param request that something happened to
  /// @param what happened to it
  /// @param logIndex null until the log has it, and for what happened before the case was opened
  record TimelineLine(
      Instant at,
      Kind kind,
      @Nullable String who,
      @Nullable String words,
      @Nullable String incident,
      @Nullable RequestLink request,
      @Nullable RequestEventType what,
      @Nullable Long logIndex) {}

  record TimelineView(List<TimelineLine> items) {
    TimelineView {
      items = List.copyOf(items);
    }
  }

  private record Entry(
      Instant at,
      Kind kind,
      @Nullable UUID who,
      @Nullable String words,
      @Nullable String incident,
      @Nullable RequestLink request,
      @Nullable RequestEventType what,
      @Nullable UUID eventId) {}

  /// Oldest first.
  @GetMapping
  TimelineView get(@PathVariable UUID id) {
    access.require(READERS);
    CaseFile found = cases.get(id);
    Person reader = access.require(found.areaId(), READERS);
    looks.record(found, reader);
    List<Entry> entries = entries(found, readable.listReadable(reader, List.of(id)));
    Map<UUID, String> names = people.displayNames(Ids.of(entries, Entry::who));
    Map<UUID, Long> indexes = log.indexes(Ids.of(entries, Entry::eventId));
    return new TimelineView(
        entries.stream()
            .map(entry ->
                new TimelineLine(
                    entry.at(),
                    entry.kind(),
                    entry.who() == null ? null : names.getOrDefault(entry.who(), ""),
                    entry.words(),
                    entry.incident(),
                    entry.request(),
                    entry.what(),
                    entry.eventId() == null ? null : indexes.get(entry.eventId())))
            .toList());
  }

  private List<Entry> entries(CaseFile found, Set<UUID> readableIds) {
    List<Entry> entries = new ArrayList<>();
    entries.add(plain(found.occurredFrom(), Kind.OCCURRED, null));
    entries.add(plain(found.openedAt(), Kind.OPENED, found.openedBy()));
    for (CaseNote note : notes.list(found.id())) {
      entries.add(told(note.at(), Kind.NOTE, note.by(), note.words(), null, note.eventId()));
    }
    Map<UUID, String> titles = new HashMap<>();
    for (Incident incident : incidents.list(found.id())) {
      String title = incident.title();
      titles.put(incident.id(), title);
      if (!incident.withdrawn()) {
        entries.add(told(incident.occurredFrom(), Kind.INCIDENT, null, null, title, null));
      }
      entries.add(
          told(
              incident.addedAt(),
              Kind.INCIDENT_ADDED,
              incident.addedBy(),
              null,
              title,
              incident.eventId()));
    }
    for (CaseChange change : changes.list(found.id())) {
      Kind kind =
          switch (change.what()) {
            case PLACE -> Kind.PLACE;
            case PROTECTION -> Kind.PROTECTION;
            case INCIDENT_CORRECTED -> Kind.INCIDENT_CORRECTED;
            case INCIDENT_WITHDRAWN -> Kind.INCIDENT_WITHDRAWN;
          };
      UUID incident = change.incidentId();
      String title = incident == null ? null : titles.get(incident);
      entries.add(told(change.at(), kind, change.by(), change.reason(), title, change.eventId()));
    }
    for (RequestTable.OfCase happened : requests.listHistoryOfCase(found.id())) {
      RequestTable.HistoryEntry entry = happened.entry();
      entries.add(
          new Entry(
              entry.at(),
              Kind.REQUEST,
              entry.who(),
              null,
              null,
              new RequestLink(
                  happened.requestId(),
                  happened.code(),
                  readableIds.contains(happened.requestId())),
              entry.what(),
              entry.eventId()));
    }
    found
        .findOutcome()
        .ifPresent(
            outcome -> entries.add(plain(outcome.notedAt(), Kind.CLOSED, outcome.notedBy())));
    for (CaseEnding ending : ends.list(found.id())) {
      addEnding(entries, ending);
    }
    entries.sort(Comparator.comparing(Entry::at));
    return entries;
  }

  private static void addEnding(List<Entry> entries, CaseEnding ending) {
    boolean end = ending.act() == CaseEnding.EndingAction.END;
    entries.add(
        told(
            ending.askedAt(),
            end ? Kind.ENDING_ASKED : Kind.UNDOING_ASKED,
            ending.askedBy(),
            ending.reason(),
            null,
            ending.askedEvent()));
    CaseEnding.Decision decision = ending.decision();
    if (decision != null) {
      Kind kind =
          switch (decision.outcome()) {
            case CONFIRMED -> end ? Kind.ENDED : Kind.UNDONE;
            case REFUSED -> end ? Kind.ENDING_REFUSED : Kind.UNDOING_REFUSED;
          };
      entries.add(
          told(decision.at(), kind, decision.by(), decision.reason(), null, decision.event()));
    }
  }

  private static Entry plain(Instant at, Kind kind, @Nullable UUID who) {
    return told(at, kind, who, null, null, null);
  }

  private static Entry told(
      Instant at,
      Kind kind,
      @Nullable UUID who,
      @Nullable String words,
      @Nullable String incident,
      @Nullable UUID eventId) {
    return new Entry(at, kind, who, words, incident, null, null, eventId);
  }
}
