package anbinh.audit.folder;

import anbinh.audit.HeadArchive;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checkpoints kept in the database once an hour; a later check holds the log against them.
@Component
public class RememberedCheckpoints implements HeadArchive {
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final SqlClient database;
  private final InstantSource clock;
  private @Nullable Instant last;

  RememberedCheckpoints(SqlClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Keeps the checkpoint when the last one kept is old enough. Used by one thread.
  public void offer(SignedCheckpoint checkpoint) {
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.plus(BETWEEN))) {
      return;
    }
    database.update(
        """
        insert into audit.remembered_checkpoint (size, note, at) values (?, ?, ?)
        on conflict do nothing
        """,
        checkpoint.checkpoint().size(),
        checkpoint.write(),
        now);
    last = now;
  }

  public List<Checkpoint> list() {
    return signed().stream().map(SignedCheckpoint::checkpoint).toList();
  }

  @Override
  public void forEach(BiConsumer<String, SignedCheckpoint> action) {
    signed().forEach(head -> action.accept("remembered checkpoint", head));
  }

  private List<SignedCheckpoint> signed() {
    return database
        .list(String.class, "select note from audit.remembered_checkpoint order by size")
        .stream()
        .map(note -> SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
