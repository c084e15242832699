package anbinh.cases.check;

import anbinh.audit.AuditLog;
import anbinh.audit.EventType;
import anbinh.audit.RecordedEvent;
import anbinh.cases.officer.OfficerEvent;
import anbinh.cases.register.CaseEvent;
import anbinh.identity.People;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.platform.Snapshot;
import anbinh.seal.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Holds each case against the events that opened, placed, protected and closed it, and its
/// officers against those that put them on it and took them off.
///
/// A detail that was erased says nothing. The cases of a demonstration's filling have no events.
@Component
class CasesAgainstLog implements ConsistencyCheck {
  private static final String OTHER = " another one in the log";

  private final JdbcClient database;
  private final AuditLog log;
  private final People people;
  private final Site site;
  private final Snapshot snapshot;

  CasesAgainstLog(JdbcClient database, AuditLog log, People people, Site site, Snapshot snapshot) {
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
  public long run(CheckReport findings) {
    return snapshot.read(() -> compare(findings));
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
      UUID openedBy,
      @Nullable Outcome outcome) {
    static Row of(ResultSet row, int number) throws SQLException {
      UUID closedBy = row.getObject("closed_by", UUID.class);
      return new Row(
          row.getObject("id", UUID.class),
          row.getString("code"),
          row.getString("title"),
          row.getString("type"),
          row.getObject("area_id", UUID.class),
          Objects.requireNonNull(time(row, "occurred_from")),
          time(row, "occurred_to"),
          row.getString("place"),
          row.getObject("latitude", Double.class),
          row.getObject("longitude", Double.class),
          row.getString("protection"),
          row.getObject("opened_by", UUID.class),
          closedBy == null
              ? null
              : new Outcome(
                  row.getBoolean("clarified"),
                  new HashSet<>(Arrays.asList((String[]) row.getArray("clarified_by").getArray())),
                  row.getString("outcome_note"),
                  closedBy));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
      Timestamp time = row.getTimestamp(column);
      return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
  }

  private record Outcome(boolean clarified, Set<String> by, String note, UUID closedBy) {}

  /// That somebody was on a case, by their pseudonym.
  private record Duty(String officer, boolean ended) {
    static final Comparator<Duty> ORDER =
        Comparator.comparing(Duty::officer).thenComparing(Duty::ended);
  }

  private long compare(Consumer<Finding> findings) {
    Map<UUID, String> pseudonyms = people.pseudonyms();
    Map<String, RecordedEvent> opened = last(CaseEvent.OPENED);
    Map<String, RecordedEvent> protections = last(CaseEvent.CHANGED);
    Map<String, RecordedEvent> places = last(CaseEvent.PLACED);
    Map<String, RecordedEvent> closed = last(CaseEvent.CLOSED);
    Map<String, List<Duty>> told = loggedDuties(opened);
    Map<String, List<Duty>> duties = duties(pseudonyms);
    List<Row> rows =
        database.sql("select * from cases.case_file order by id").query(Row::of).list();
    for (Row row : rows) {
      String id = row.id().toString();
      RecordedEvent event = opened.remove(id);
      if (event == null) {
        if (!site.demonstration()) {
          findings.accept(new Finding("case " + row.code(), "the log does not tell of it"));
        }
        continue;
      }
      var differs = new ArrayList<String>();
      compareOpened(row, event, pseudonyms, differs);
      compareProtection(row, protections.getOrDefault(id, event), differs);
      comparePlace(row, places.get(id), differs);
      compareClosed(row, closed.get(id), pseudonyms, differs);
      if (!told.getOrDefault(id, List.of()).equals(duties.getOrDefault(id, List.of()))) {
        differs.add("its officers are other ones in the log");
      }
      differs.forEach(what -> findings.accept(new Finding("case " + row.code(), what)));
    }
    opened.forEach((id, event) ->
        findings.accept(
            new Finding(
                "case " + text(event.facts(), "number"),
                "the log has it, and the database does not")));
    return rows.size();
  }

  private static void compareOpened(
      Row row, RecordedEvent event, Map<UUID, String> pseudonyms, List<String> differs) {
    Json.Obj facts = event.facts();
    differ(!row.code().equals(text(facts, "number")), "its number is" + OTHER, differs);
    differ(!row.type().equals(text(facts, "type")), "its type is" + OTHER, differs);
    differ(!row.area().toString().equals(text(facts, "area")), "its area is" + OTHER, differs);
    differ(
        !Objects.equals(pseudonyms.get(row.openedBy()), event.actor()),
        "who opened it is" + OTHER,
        differs);
    Json.Obj detail = event.detail();
    if (detail != null) {
      differ(!row.title().equals(text(detail, "title")), "its title is" + OTHER, differs);
      differ(
          !Objects.equals(row.from(), time(detail, "occurredFrom"))
              || !Objects.equals(row.to(), time(detail, "occurredTo")),
          "when it happened is told otherwise in the log",
          differs);
    }
  }

  private static void compareProtection(Row row, RecordedEvent last, List<String> differs) {
    Json.Obj detail = last.detail();
    differ(
        detail != null && !row.protection().equals(text(detail, "protection")),
        "its protection is" + OTHER,
        differs);
  }

  /// The details of all places are erased when a case becomes a protected one, which has none.
  private static void comparePlace(Row row, @Nullable RecordedEvent last, List<String> differs) {
    Json.Obj detail = last == null ? null : last.detail();
    differ(
        !Objects.equals(row.place(), text(detail, "place"))
            || !Objects.equals(row.latitude(), number(detail, "latitude"))
            || !Objects.equals(row.longitude(), number(detail, "longitude")),
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
    Json.Obj detail = last.detail();
    Json by = last.facts().find("by").orElse(null);
    differ(
        last.facts().find("clarified").filter(new Json.Bool(outcome.clarified())::equals).isEmpty()
            || !outcome.by().equals(texts(by))
            || !Objects.equals(pseudonyms.get(outcome.closedBy()), last.actor())
            || (detail != null && !outcome.note().equals(text(detail, "note"))),
        "its outcome is" + OTHER,
        differs);
  }

  private static void differ(boolean differs, String what, List<String> found) {
    if (differs) {
      found.add(what);
    }
  }

  /// The last event of a type about each case.
  private Map<String, RecordedEvent> last(CaseEvent type) {
    Map<String, RecordedEvent> last = new HashMap<>();
    events(type, event -> last.put(Objects.toString(event.objectId()), event));
    return last;
  }

  private void events(EventType type, Consumer<RecordedEvent> action) {
    log.forEach(type, page -> page.forEach(action));
  }

  /// Who was and is on each case by the log: whoever opened it, and who was put on it.
  private Map<String, List<Duty>> loggedDuties(Map<String, RecordedEvent> opened) {
    Map<String, List<Duty>> duties = new HashMap<>();
    opened.forEach((id, event) ->
        duties
            .computeIfAbsent(id, _ -> new ArrayList<>())
            .add(new Duty(String.valueOf(event.actor()), false)));
    events(OfficerEvent.PUT_ON, event -> add(duties, event, false));
    // Whoever was taken off was put on before: as many of theirs are over.
    events(
        OfficerEvent.TAKEN_OFF,
        event -> {
          List<Duty> of =
              duties.getOrDefault(Objects.toString(event.objectId()), new ArrayList<>());
          of.remove(new Duty(officer(event), false));
          add(duties, event, true);
        });
    duties.values().forEach(each -> each.sort(Duty.ORDER));
    return duties;
  }

  private static void add(Map<String, List<Duty>> duties, RecordedEvent event, boolean ended) {
    duties
        .computeIfAbsent(Objects.toString(event.objectId()), _ -> new ArrayList<>())
        .add(new Duty(officer(event), ended));
  }

  private static String officer(RecordedEvent event) {
    return Objects.toString(text(event.facts(), "officer"), "");
  }

  /// The same by the database.
  private Map<String, List<Duty>> duties(Map<UUID, String> pseudonyms) {
    Map<String, List<Duty>> duties = new HashMap<>();
    database
        .sql("select case_id, person_id, until is not null as ended from cases.officer")
        .query(row -> {
          UUID person = row.getObject("person_id", UUID.class);
          duties
              .computeIfAbsent(row.getString("case_id"), _ -> new ArrayList<>())
              .add(
                  new Duty(
                      pseudonyms.getOrDefault(person, person.toString()), row.getBoolean("ended")));
        });
    duties.values().forEach(each -> each.sort(Duty.ORDER));
    return duties;
  }

  private static @Nullable String text(Json.@Nullable Obj of, String name) {
    return of != null && of.find(name).orElse(null) instanceof Json.Str(String text) ? text : null;
  }

  private static Set<String> texts(@Nullable Json of) {
    Set<String> texts = new HashSet<>();
    if (of instanceof Json.Arr(List<Json> items)) {
      for (Json item : items) {
        if (item instanceof Json.Str(String text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static @Nullable Double number(Json.@Nullable Obj of, String name) {
    return of != null && of.find(name).orElse(null) instanceof Json.Num(double number)
        ? Double.valueOf(number)
        : null;
  }

  private static @Nullable Instant time(Json.Obj of, String name) {
    String text = text(of, name);
    return text == null ? null : Instant.parse(text);
  }
}
