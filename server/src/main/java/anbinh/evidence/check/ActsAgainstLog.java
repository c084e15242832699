package anbinh.evidence.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.identity.people.People;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.json.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A check that holds rows against events of the log, in one snapshot of the database, so that it
/// may run beside a server.
///
/// It goes through both, some hundred at a time: for events it asks for the rows that they tell of,
/// and for rows which of their events there are. So neither is ever in memory as a whole.
abstract class ActsAgainstLog implements ConsistencyCheck {
  final SqlClient database;
  final AuditLog log;
  final Snapshot snapshot;
  private final People people;
  private Map<UUID, String> pseudonyms = Map.of();

  ActsAgainstLog(SqlClient database, AuditLog log, Snapshot snapshot, People people) {
    this.database = database;
    this.log = log;
    this.snapshot = snapshot;
    this.people = people;
  }

  /// Compares in the snapshot; returns how many rows there were.
  abstract long compare(CheckReport report);

  @Override
  public synchronized long run(CheckReport report) {
    return snapshot.read(() -> {
      pseudonyms = people.pseudonyms();
      return compare(report);
    });
  }

  /// The rows that some events tell of, by a key of theirs.
  ///
  /// @param sql ends in `= any (?)`
  <T> Map<UUID, T> rows(
      Class<T> type, String sql, Stream<@Nullable UUID> keys, Function<T, UUID> key) {
    return database.list(type, sql, keys.filter(Objects::nonNull).toList()).stream()
        .collect(Collectors.toMap(key, row -> row, (one, _) -> one));
  }

  /// What events about some requests say in a fact that is an identifier.
  Set<UUID> told(EvidenceEvent type, Stream<UUID> requests, String fact) {
    Set<UUID> told = new HashSet<>();
    log.listAbout(type, requests.map(UUID::toString).distinct().toList()).values().stream()
        .flatMap(Collection::stream)
        .forEach(event -> {
          UUID id = id(event, fact);
          if (id != null) {
            told.add(id);
          }
        });
    return told;
  }

  /// Whether the event is by a person; nobody is nobody.
  boolean isBy(RecordedEvent event, @Nullable UUID person) {
    return Objects.equals(event.actor(), person == null ? null : pseudonym(person));
  }

  @Nullable String pseudonym(UUID person) {
    return pseudonyms.get(person);
  }

  static boolean isAbout(RecordedEvent event, UUID request) {
    return request.toString().equals(event.objectId());
  }

  static @Nullable UUID id(RecordedEvent event, String fact) {
    return event.facts().find(fact).orElse(null) instanceof Json.Str(String text)
        ? UUID.fromString(text)
        : null;
  }

  static boolean says(RecordedEvent event, String fact, @Nullable Object value) {
    Json there = event.facts().find(fact).orElse(null);
    return switch (value) {
      case null -> there == null;
      case Long number -> Json.of(number).equals(there);
      default -> Json.of(value.toString()).equals(there);
    };
  }

  /// Whether a detail is as in the row; one that was erased says nothing.
  static boolean tells(RecordedEvent event, String name, String text) {
    Json.Obj detail = event.detail();
    return detail == null || detail.find(name).map(Json.of(text)::equals).orElse(false);
  }
}
