package anbinh.audit.witness;

import anbinh.seal.note.SignedCheckpoint;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The head that each witness cosigned last: `audit.witness`.
@Component
class WitnessTable {
  private final JdbcClient database;

  WitnessTable(JdbcClient database) {
    this.database = database;
  }

  /// @param at by the witness's clock
  record Row(long size, Instant at) {}

  Optional<Row> find(String key) {
    return database
        .sql("select size, at from audit.witness where key = ?")
        .param(key)
        .query((row, number) -> new Row(row.getLong(1), row.getTimestamp(2).toInstant()))
        .optional();
  }

  /// @param head with the cosignatures that it has by now
  void save(String key, Instant at, SignedCheckpoint head) {
    database
        .sql(
            """
            insert into audit.witness (key, size, at, note) values (?, ?, ?, ?)
            on conflict (key) do update
              set size = excluded.size, at = excluded.at, note = excluded.note
            """)
        .params(key, head.checkpoint().size(), Timestamp.from(at), head.write())
        .update();
  }
}
