package anbinh.evidence.check;

import anbinh.audit.AuditLog;
import anbinh.audit.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.identity.People;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.seal.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A check that holds rows against events of the log, in one snapshot of the database, so that it
/// may run beside a server.
abstract class ActsAgainstLog implements ConsistencyCheck {
  final JdbcClient database;
  final AuditLog log;
  private final People people;
  private final TransactionTemplate snapshot;
  private Map<UUID, String> pseudonyms = Map.of();

  ActsAgainstLog(
      JdbcClient database, AuditLog log, People people, PlatformTransactionManager transactions) {
    this.database = database;
    this.log = log;
    this.people = people;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  /// Compares in the snapshot; returns how many rows there were.
  abstract long compare(Consumer<Finding> findings);

  @Override
  public synchronized long run(Consumer<Finding> findings) {
    return Objects.requireNonNull(
        snapshot.execute(_ -> {
          pseudonyms = people.pseudonyms();
          return compare(findings);
        }));
  }

  /// Rows by a key of theirs.
  <T> Map<UUID, T> rows(String sql, Function<T, UUID> key, RowMapper<T> mapper) {
    Map<UUID, T> rows = new HashMap<>();
    database.sql(sql).query(mapper).list().forEach(row -> rows.put(key.apply(row), row));
    return rows;
  }

  void events(EvidenceEvent type, Consumer<RecordedEvent> action) {
    log.forEach(type, page -> page.forEach(action));
  }

  /// Whether the event is by a person; nobody is nobody.
  boolean isBy(RecordedEvent event, @Nullable UUID person) {
    return Objects.equals(event.actor(), person == null ? null : pseudonyms.get(person));
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
