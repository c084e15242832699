package anbinh.cases.check;

import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.officer.OfficerEvent;
import anbinh.cases.store.CaseEvent;
import anbinh.identity.people.People;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds each case against the events that opened, placed, protected and closed it, and its
/// officers against those that put them on it and took them off.
///
/// A detail that was erased says nothing. The cases of a demonstration's filling have no events.
@Component
class CasesAgainstLog implements ConsistencyCheck {
  private static final String OTHER = " another one in the log";
  private static final String ROWS =
      """
      select id, code, title, type, area_id as area, occurred_from as "from", occurred_to as "to",
        place, latitude, longitude, protection, description, opened_by, opened_at,
        clarified as "outcome.clarified", clarified_by as "outcome.by",
        outcome_note as "outcome.note", closed_by as "outcome.closed_by",
        closed_at as "outcome.closed_at"
      from cases.case_file order by id
      """;
  private static final Set<EventType> TYPES =
      Set.of(
          CaseEvent.OPENED,
          CaseEvent.CHANGED,
          CaseEvent.PLACED,
          CaseEvent.CLOSED,
          OfficerEvent.PUT_ON,
          OfficerEvent.TAKEN_OFF);

  private final SqlClient database;
  private final AuditLog log;
  private final People people;
  private final Site site;
  private final Snapshot snapshot;

  CasesAgainstLog(SqlClient database, AuditLog log, People people, Site site, Snapshot snapshot) {
    this.database = database;
    this.log = log;
    this.people = people;
    this.site = site;
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "cases against log";
  }

  @Override
  public String unit() {
    return "cases";
  }

  @Override
  public long run(CheckReport report) {
    return snapshot.read(() -> {
      Map<UUID, String> pseudonyms = people.pseudonyms();
      long count = snapshot.pages(ROWS, Row.class, page -> compare(page, pseudonyms, report));
      log.forEach(CaseEvent.OPENED, page -> findGone(page, report));
      return count;
    });
  }

  /// A case as it is in the database.
  ///
  /// @param outcome null while it is open
  private record Row(
      UUID id,
      String code,
      String title,
      String type,
      UUID area,
      Instant from,
      @Nullable Instant to,
      @Nullable String place,
      @Nullable Double latitude,
      @Nullable Double longitude,
      String protection,
      @Nullable String description,
      UUID openedBy,
      Instant openedAt,
      @Nullable Outcome outcome) {}

  private record Outcome(
      boolean clarified, Set<String> by, String note, UUID closedBy, @Nullable Instant closedAt) {}

  private record Officer(UUID caseId, UUID personId, boolean ended) {}

  /// That somebody was on a case, by their pseudonym.
  private record Duty(String officer, boolean ended) {
    static final Comparator<Duty> ORDER =
        Comparator.comparing(Duty::officer).thenComparing(Duty::ended);
  }

  private void compare(List<Row> page, Map<UUID, String> pseudonyms, CheckReport report) {
    List<UUID> ids = page.stream().map(Row::id).toList();
    Map<String, List<RecordedEvent>> events =
        log.listAbout(TYPES, ids.stream().map(UUID::toString).toList());
    Map<UUID, List<Duty>> duties = duties(ids, pseudonyms);
    for (Row row : page) {
      var differs = new ArrayList<String>();
      compare(
          row,
          events.getOrDefault(row.id().toString(), List.of()),
          duties.getOrDefault(row.id(), List.of()),
          pseudonyms,
          differs);
      differs.forEach(what -> report.accept(new Finding("case " + row.code(), what)));
    }
    report.looked(page.size());
  }

  private void compare(
      Row row,
      List<RecordedEvent> events,
      List<Duty> duties,
      Map<UUID, String> pseudonyms,
      List<String> differs) {
    RecordedEvent opened = Values.first(events, Set.of(CaseEvent.OPENED));
    if (opened == null) {
      differ(!site.demonstration(), "the log does not tell of it", differs);
      return;
    }
    compareOpened(row, opened, pseudonyms, differs);
    RecordedEvent changed = Values.last(events, Set.of(CaseEvent.CHANGED, CaseEvent.OPENED));
    differ(
        !Values.tells(changed == null ? opened : changed, "protection", row.protection()),
        "its protection is" + OTHER,
        differs);
    comparePlace(row, Values.last(events, Set.of(CaseEvent.PLACED)), differs);
    compareClosed(row, Values.last(events, Set.of(CaseEvent.CLOSED)), pseudonyms, differs);
    differ(!duties.equals(loggedDuties(events)), "its officers are other ones in the log", differs);
  }

  private void findGone(List<RecordedEvent> opened, CheckReport report) {
    Set<UUID> there =
        new HashSet<>(
            database.list(
                UUID.class,
                "select id from cases.case_file where id = any (?)",
                opened.stream().map(CasesAgainstLog::id).toList()));
    opened.stream()
        .filter(event -> !there.contains(id(event)))
        .forEach(event ->
            report.accept(
                new Finding(
                    "case " + Values.text(event, "number"),
                    "the log has it, and the database does not")));
  }

  private static UUID id(RecordedEvent opened) {
    return UUID.fromString(Objects.requireNonNull(opened.objectId()));
  }

  private static void compareOpened(
      Row row, RecordedEvent opened, Map<UUID, String> pseudonyms, List<String> differs) {
    differ(!Values.says(opened, "number", row.code()), "its number is" + OTHER, differs);
    differ(!Values.says(opened, "type", row.type()), "its type is" + OTHER, differs);
    differ(!Values.says(opened, "area", row.area()), "its area is" + OTHER, differs);
    differ(
        !Objects.equals(pseudonyms.get(row.openedBy()), opened.actor()),
        "who opened it is" + OTHER,
        differs);
    differ(
        !Values.says(opened, "at", row.openedAt()),
        "when it was opened is told otherwise in the log",
        differs);
    differ(!Values.tells(opened, "title", row.title()), "its title is" + OTHER, differs);
    differ(
        !Values.tells(opened, "description", row.description()),
        "its description is" + OTHER,
        differs);
    differ(
        !Values.tells(opened, "occurredFrom", row.from())
            || !Values.tells(opened, "occurredTo", row.to()),
        "when it happened is told otherwise in the log",
        differs);
  }

  /// The details of all places are erased when a case becomes a protected one, which has none.
  private static void comparePlace(Row row, @Nullable RecordedEvent last, List<String> differs) {
    differ(
        !Values.tellsOrForgot(last, "place", row.place())
            || !Values.tellsOrForgot(last, "latitude", row.latitude())
            || !Values.tellsOrForgot(last, "longitude", row.longitude()),
        "its place is" + OTHER,
        differs);
  }

  private static void compareClosed(
      Row row, @Nullable RecordedEvent last, Map<UUID, String> pseudonyms, List<String> differs) {
    Outcome outcome = row.outcome();
    if (outcome == null || last == null) {
      differ(
          (outcome == null) != (last == null),
          "the log tells otherwise whether it is closed",
          differs);
      return;
    }
    differ(
        !Values.says(last, "clarified", outcome.clarified())
            || !outcome.by().equals(Values.texts(last, "by"))
            || !Objects.equals(pseudonyms.get(outcome.closedBy()), last.actor())
            || !Values.tells(last, "note", outcome.note()),
        "its outcome is" + OTHER,
        differs);
    differ(
        !Values.says(last, "at", outcome.closedAt()),
        "when it was closed is told otherwise in the log",
        differs);
  }

  private static void differ(boolean differs, String what, List<String> found) {
    if (differs) {
      found.add(what);
    }
  }

  /// Who was and is on a case by the log: whoever opened it, and who was put on it.
  private static List<Duty> loggedDuties(List<RecordedEvent> events) {
    List<Duty> duties = new ArrayList<>();
    for (RecordedEvent event : events) {
      if (Values.is(event, CaseEvent.OPENED)) {
        duties.add(new Duty(String.valueOf(event.actor()), false));
      } else if (Values.is(event, OfficerEvent.PUT_ON)) {
        duties.add(new Duty(officer(event), false));
      } else if (Values.is(event, OfficerEvent.TAKEN_OFF)) {
        duties.remove(new Duty(officer(event), false));
        duties.add(new Duty(officer(event), true));
      }
    }
    duties.sort(Duty.ORDER);
    return duties;
  }

  private static String officer(RecordedEvent event) {
    return Objects.toString(Values.text(event, "officer"), "");
  }

  /// The same by the database.
  private Map<UUID, List<Duty>> duties(List<UUID> cases, Map<UUID, String> pseudonyms) {
    Map<UUID, List<Duty>> duties = new HashMap<>();
    database
        .list(
            Officer.class,
            """
            select case_id, person_id, until is not null as ended from cases.officer
            where case_id = any (?)
            """,
            cases)
        .forEach(officer ->
            duties
                .computeIfAbsent(officer.caseId(), _ -> new ArrayList<>())
                .add(
                    new Duty(
                        pseudonyms.getOrDefault(officer.personId(), officer.personId().toString()),
                        officer.ended())));
    duties.values().forEach(each -> each.sort(Duty.ORDER));
    return duties;
  }
}
