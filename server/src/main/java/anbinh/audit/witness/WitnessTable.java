package anbinh.audit.witness;

import anbinh.audit.HeadArchive;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.note.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/// The head that each witness cosigned last: `audit.witness`.
@Component
class WitnessTable implements HeadArchive {
  private final SqlClient database;

  WitnessTable(SqlClient database) {
    this.database = database;
  }

  /// @param at by the witness's clock
  record Row(long size, Instant at) {}

  Optional<Row> find(String key) {
    return database.find(Row.class, "select size, at from audit.witness where key = ?", key);
  }

  @Override
  public void forEach(BiConsumer<String, SignedCheckpoint> action) {
    database
        .map(String.class, String.class, "select key, note from audit.witness")
        .forEach((key, note) ->
            action.accept(
                "witness " + key, SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8))));
  }

  /// @param head with the cosignatures that it has by now
  void save(String key, Instant at, SignedCheckpoint head) {
    database.update(
        """
        insert into audit.witness (key, size, at, note) values (?, ?, ?, ?)
        on conflict (key) do update
          set size = excluded.size, at = excluded.at, note = excluded.note
        """,
        key,
        head.checkpoint().size(),
        at,
        head.write());
  }
}
