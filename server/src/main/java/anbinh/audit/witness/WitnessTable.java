package anbinh.audit.witness;

import anbinh.audit.HeadArchive;
import anbinh.seal.note.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The head that each witness cosigned last: `audit.witness`.
@Component
class WitnessTable implements HeadArchive {
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

  @Override
  public void forEach(BiConsumer<String, SignedCheckpoint> action) {
    database
        .sql("select key, note from audit.witness")
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .forEach(each ->
            action.accept(
                "witness " + each.getKey(),
                SignedCheckpoint.parse(each.getValue().getBytes(StandardCharsets.UTF_8))));
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
