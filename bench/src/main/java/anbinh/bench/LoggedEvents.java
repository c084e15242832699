package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.secret.KeyedHash;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes events into a server's database as the server itself records them, with its key, so that
/// it appends them to its log and its check finds them sound.
final class LoggedEvents implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final long TIMEOUT_MINUTES = 10;
  private static final String WAITING =
      "select count(*) from audit.event where leaf_index is null and disclosure = 'EXACT'";
  private static final UUID NOBODY = new UUID(0, 0);

  private final Connection database;
  private final KeyedHash key;
  private final PreparedStatement insert;
  private final Path checkpoint;
  private int pending;

  /// @param data the server's data folder
  LoggedEvents(Path data, Connection database) throws SQLException {
    this.database = database;
    this.checkpoint = data.resolve("log").resolve("checkpoint");
    this.key = new KeyedHash(data.resolve("keys").resolve("events.key"));
    this.insert =
        database.prepareStatement(
            """
            insert into audit.event (id, at, type, routine, actor_id, actor_pseudonym, object_kind,
              object_id, object_code, refused, record, mac, disclosure)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, 'EXACT')
            """);
  }

  /// Who did something.
  record Person(UUID id, UUID pseudonym) {}

  /// What something was done to.
  record Subject(String kind, UUID id, @Nullable String code) {}

  /// Adds an event and returns its record.
  EventRecord add(
      UUID id,
      String type,
      Instant at,
      @Nullable Person by,
      Subject subject,
      Map<String, Json> facts)
      throws SQLException {
    Map<String, Json> all = new HashMap<>(facts);
    all.put("event", Json.of(id.toString()));
    all.put("kind", Json.of(subject.kind()));
    EventRecord record =
        EventRecord.of(type, at).withObject(subject.id().toString()).withFacts(all);
    if (by != null) {
      record = record.withActor(by.pseudonym().toString());
    }
    add(id, type, at, by, subject, record.canonical());
    return record;
  }

  /// Adds an event whose record is another document.
  void add(UUID id, String type, Instant at, @Nullable Person by, Subject subject, byte[] document)
      throws SQLException {
    insert.setObject(1, id);
    insert.setTimestamp(2, Timestamp.from(at));
    insert.setString(3, type);
    insert.setBoolean(4, type.startsWith("segment."));
    insert.setObject(5, by == null ? null : by.id(), Types.OTHER);
    insert.setObject(6, by == null ? null : by.pseudonym(), Types.OTHER);
    insert.setString(7, subject.kind());
    insert.setString(8, subject.id().toString());
    insert.setString(9, subject.code());
    insert.setBytes(10, document);
    insert.setBytes(11, mac(id, document, by, subject));
    insert.addBatch();
    if (++pending == BATCH) {
      write();
    }
  }

  private byte[] mac(UUID id, byte[] document, @Nullable Person by, Subject subject) {
    String code = subject.code();
    return key.of(
        "event\n".getBytes(UTF_8),
        bytes(id),
        Hash.sha256(document).bytes(),
        "EXACT\n".getBytes(UTF_8),
        bytes(by == null ? NOBODY : by.id()),
        bytes(NOBODY),
        (code == null ? "" : code).getBytes(UTF_8));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private void write() throws SQLException {
    insert.executeBatch();
    pending = 0;
  }

  void commit() throws SQLException {
    write();
    database.commit();
  }

  /// Commits, and waits until all of it is in the log and under its signed checkpoint.
  void await() throws IOException, SQLException, InterruptedException {
    commit();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(TIMEOUT_MINUTES);
    while (number(WAITING) > 0 || number("select max(leaf_index) from audit.event") >= signed()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the events are not in the log after ten minutes");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      long number = found.getLong(1);
      database.commit();
      return number;
    }
  }

  /// How many entries the signed checkpoint covers.
  private long signed() throws IOException {
    return SignedCheckpoint.parse(Files.readAllBytes(checkpoint)).checkpoint().size();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
