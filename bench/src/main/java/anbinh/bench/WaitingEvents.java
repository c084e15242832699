package anbinh.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Events in the server's database that wait for its log, and the same leaves in a table of their
/// own as PostgreSQL itself would keep them.
final class WaitingEvents {
  private static final int BATCH = 1000;

  private final Connection database;
  private final LoggedEvents events;
  private final Leaves leaves = new Leaves();

  /// @param data the server's data folder
  WaitingEvents(Path data, Connection database) throws SQLException {
    this.database = database;
    this.events = new LoggedEvents(data, database);
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "create table if not exists bench_event (id uuid primary key, leaf bytea not null)");
    }
    database.commit();
  }

  /// Lets so many events wait, from one moment on.
  void add(int count) throws SQLException {
    var camera = new LoggedEvents.Subject("camera", UUID.randomUUID(), null);
    for (int i = 0; i < count; i++) {
      events.add(UUID.randomUUID(), "recording.watched", Instant.now(), null, camera, Map.of());
    }
    events.commit();
  }

  /// Inserts so many in batches as the appender takes, each on the disk before the next begins.
  ///
  /// @return how many a second
  double insert(int count) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("set synchronous_commit = on");
    }
    database.commit();
    long begun = System.nanoTime();
    try (PreparedStatement insert =
        database.prepareStatement("insert into bench_event (id, leaf) values (?, ?)")) {
      for (int inserted = 0; inserted < count; inserted += BATCH) {
        fill(insert, BATCH);
        database.commit();
      }
    }
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  private void fill(PreparedStatement insert, int count) throws SQLException {
    for (int i = 1; i <= count; i++) {
      insert.setObject(1, UUID.randomUUID());
      insert.setBytes(2, leaves.next());
      insert.addBatch();
      if (i % BATCH == 0 || i == count) {
        insert.executeBatch();
      }
    }
  }
}
