package anbinh.cases.check;

import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.people.People;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// A check that holds one kind of record of cases against the log, in one snapshot of the database,
/// so that it may run beside a server.
///
/// It goes through the cases, some at a time, and asks for their rows and for the events about
/// them, so that neither is ever in memory as a whole. A record belongs to a case, and a case that
/// is gone is named by [CasesAgainstLog].
///
/// @param <R> a row
abstract class CaseRecordsAgainstLog<R extends CaseRecordsAgainstLog.Row>
    implements ConsistencyCheck {
  private static final int CASES = 50;

  private final Kind<R> kind;
  private final SqlClient database;
  private final AuditLog log;
  private final Snapshot snapshot;
  private final People people;
  private Map<UUID, String> pseudonyms = Map.of();

  CaseRecordsAgainstLog(
      Kind<R> kind, SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    this.kind = kind;
    this.database = database;
    this.log = log;
    this.snapshot = snapshot;
    this.people = people;
  }

  interface Row {
    /// By which it is found in events.
    UUID id();

    UUID caseId();
  }

  /// A kind of record.
  ///
  /// @param name of one in findings, and of the fact by which events tell of it
  /// @param rows the question for rows of some cases; ends in `= any (?)`
  /// @param begun the types of the events by which there is one
  /// @param types of all events that tell of it
  record Kind<R>(
      String name,
      String plural,
      String rows,
      Class<R> type,
      Set<? extends EventType> begun,
      Set<? extends EventType> types) {
    Kind {
      begun = Set.copyOf(begun);
      types = Set.copyOf(types);
    }
  }

  /// What the log tells of a record.
  ///
  /// @param first the event by which there is one
  /// @param own all about it, in their order
  /// @param ofCase all of the kind about its case, in their order
  record Told(RecordedEvent first, List<RecordedEvent> own, List<RecordedEvent> ofCase) {
    Told {
      own = List.copyOf(own);
      ofCase = List.copyOf(ofCase);
    }

    /// The last event about the record that is of one of the types.
    @Nullable RecordedEvent last(EventType... types) {
      return Values.last(own, Set.of(types));
    }
  }

  private record OfCase(UUID id, String code) {}

  @Override
  public String subject() {
    return kind.plural() + " against log";
  }

  @Override
  public String unit() {
    return kind.plural();
  }

  /// Which record an event tells of; null for none.
  @Nullable UUID record(RecordedEvent event) {
    return Values.id(event, kind.name());
  }

  /// Whether the database rightly has the record no more.
  boolean isGone(Told told) {
    return false;
  }

  /// Says in what a row differs from what is told.
  abstract void compare(R row, Told told, Consumer<String> differs);

  @Override
  public synchronized long run(CheckReport report) {
    return snapshot.read(() -> {
      pseudonyms = people.pseudonyms();
      long[] looked = new long[1];
      snapshot.pages(
          "select id, code from cases.case_file order by id",
          OfCase.class,
          page ->
              page.stream()
                  .gather(Gatherers.windowFixed(CASES))
                  .forEach(cases -> looked[0] += compareSome(cases, report)));
      return looked[0];
    });
  }

  private long compareSome(List<OfCase> cases, CheckReport report) {
    List<R> rows = database.list(kind.type(), kind.rows(), cases.stream().map(OfCase::id).toList());
    Map<UUID, List<R>> rowsOf = new HashMap<>();
    rows.forEach(row -> rowsOf.computeIfAbsent(row.caseId(), _ -> new ArrayList<>()).add(row));
    Map<String, List<RecordedEvent>> eventsOf =
        log.listAbout(kind.types(), cases.stream().map(each -> each.id().toString()).toList());
    for (OfCase each : cases) {
      compareCase(
          rowsOf.getOrDefault(each.id(), List.of()),
          List.copyOf(eventsOf.getOrDefault(each.id().toString(), List.of())),
          (id, what) ->
              report.accept(
                  new Finding("case " + each.code(), kind.name() + " " + id + ": " + what)));
    }
    report.looked(rows.size());
    return rows.size();
  }

  private interface Differences {
    void accept(UUID id, String what);
  }

  private void compareCase(List<R> rows, List<RecordedEvent> events, Differences found) {
    Map<UUID, List<R>> rowsOf = new TreeMap<>();
    rows.forEach(row -> rowsOf.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
    Map<UUID, List<RecordedEvent>> eventsOf = new HashMap<>();
    for (RecordedEvent event : events) {
      UUID id = record(event);
      if (id != null) {
        eventsOf.computeIfAbsent(id, _ -> new ArrayList<>()).add(event);
      }
    }
    Set<UUID> ids = new TreeSet<>(rowsOf.keySet());
    ids.addAll(eventsOf.keySet());
    for (UUID id : ids) {
      List<RecordedEvent> own = eventsOf.getOrDefault(id, List.of());
      RecordedEvent first = Values.first(own, kind.begun());
      compareOne(
          rowsOf.getOrDefault(id, List.of()),
          first == null ? null : new Told(first, own, events),
          what -> found.accept(id, what));
    }
  }

  private void compareOne(List<R> rows, @Nullable Told told, Consumer<String> found) {
    if (rows.size() > 1) {
      found.accept("the database has it several times");
    }
    if (told == null) {
      found.accept(
          rows.isEmpty()
              ? "the log has it, and the database does not"
              : "the log does not tell of it");
    } else if (rows.isEmpty()) {
      differ(!isGone(told), "the log has it, and the database does not", found);
    } else if (isGone(told)) {
      found.accept("the log has it removed, and the database does not");
    } else {
      for (R row : rows) {
        compare(row, told, found);
      }
    }
  }

  /// Whether the event is by a person.
  boolean isBy(RecordedEvent event, @Nullable UUID person) {
    return Objects.equals(event.actor(), person == null ? null : pseudonyms.get(person));
  }

  static void differ(boolean differs, String what, Consumer<String> found) {
    if (differs) {
      found.accept(what);
    }
  }
}
