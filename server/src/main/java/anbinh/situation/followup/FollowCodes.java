package anbinh.situation.followup;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import anbinh.platform.sql.SqlClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

/// Which report a follow-up code is of: only a keyed hash of it is kept, so that neither the
/// database nor who administers it can tell a code. A code has too many bits to be guessed, so a
/// hash that is slow would protect nothing more. A code that never was and one that was erased are
/// the same query with the same answer. Safe for many threads.
@Repository
public class FollowCodes {
  private final SqlClient database;
  private final KeyedHash drawing;
  private final KeyedHash hash;

  FollowCodes(SqlClient database, DataFolder data) {
    Path folder = data.folder("situation");
    this.database = database;
    this.drawing = new KeyedHash(folder.resolve("situation-follow.key"));
    this.hash = new KeyedHash(folder.resolve("situation-follow-hash.key"));
  }

  /// The code that belongs to a ticket, which its reporter's page drew and nobody keeps: the same
  /// again for the same, so that a report that is sent twice has one code.
  public FollowCode draw(UUID ticket) {
    return IntStream.iterate(0, each -> each + 1)
        .boxed()
        .flatMap(each -> FollowCode.of(drawing.of("ticket " + ticket + " " + each)).stream())
        .findFirst()
        .orElseThrow();
  }

  /// @param sent all that came with it, to know it again
  public void insert(UUID situation, FollowCode code, String sent, Instant now) {
    database.update(
        """
        insert into situation.follow (situation_id, code_hash, made_at, sent_hash)
        values (?, ?, ?, ?)
        """,
        situation,
        hash.of(code.digits()),
        now,
        hash.of("sent " + sent));
  }

  /// Whether a report came with this; also where that was not kept yet.
  public boolean isSame(UUID situation, String sent) {
    return database.get(
        Boolean.class,
        """
        select sent_hash is null or sent_hash = ? from situation.follow
        where situation_id = ?
        """,
        hash.of("sent " + sent),
        situation);
  }

  /// A report, and since when it has its code.
  public record Followed(UUID situation, Instant since) {}

  public Optional<Followed> find(FollowCode code) {
    return database.find(
        Followed.class,
        """
        select situation_id as situation, made_at as since from situation.follow
        where code_hash = ?
        """,
        hash.of(code.digits()));
  }

  /// Whether who reported can be asked.
  public boolean hasOne(UUID situation) {
    return database.exists("select from situation.follow where situation_id = ?", situation);
  }

  public void erase(UUID situation) {
    database.update("delete from situation.follow where situation_id = ?", situation);
  }
}
