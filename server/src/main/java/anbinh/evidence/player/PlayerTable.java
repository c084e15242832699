package anbinh.evidence.player;

import anbinh.video.TranscodingFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of player copies. Safe for many threads.
@Component
public class PlayerTable {
  private static final String SELECT = "select * from evidence.player_copy ";

  private final JdbcClient database;

  PlayerTable(JdbcClient database) {
    this.database = database;
  }

  public Optional<PlayerCopy> find(UUID upload) {
    return Optional.ofNullable(find(List.of(upload)).get(upload));
  }

  /// Those of the uploads that have one, made or not.
  public Map<UUID, PlayerCopy> find(Collection<UUID> uploads) {
    return database
        .sql(SELECT + "where upload_id = any (?)")
        .param(uploads.toArray(UUID[]::new))
        .query(PlayerTable::read)
        .list()
        .stream()
        .collect(Collectors.toMap(PlayerCopy::uploadId, copy -> copy));
  }

  /// Begins the copy of each film that its owner handed over and that has none.
  void beginMissing(Instant now) {
    database
        .sql(
            """
            insert into evidence.player_copy (upload_id, state, next_at)
            select id, 'MAKING', ? from evidence.upload u
            where state = 'ACCEPTED' and kind = 'VIDEO'
              and not exists (select from evidence.player_copy p where p.upload_id = u.id)
              and exists (select from evidence.ask a join evidence.request r on r.id = a.request_id
                where a.request_id = u.request_id and a.camera_id = u.camera_id
                  and a.state = 'GIVEN' and r.state in ('APPROVED', 'COLLECTING'))
            on conflict do nothing
            """)
        .param(Timestamp.from(now))
        .update();
  }

  Optional<Instant> findNextDue() {
    return database
        .sql("select min(next_at) from evidence.player_copy where state = 'MAKING'")
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  List<PlayerCopy> listDue(Instant now) {
    return database
        .sql(SELECT + "where state = 'MAKING' and next_at <= ? order by next_at limit 20")
        .param(Timestamp.from(now))
        .query(PlayerTable::read)
        .list();
  }

  /// Whether the copy of a film that was handed over for the request is still to come.
  public boolean isAwaited(UUID request) {
    return database
        .sql(
            """
            select exists (select from evidence.upload u
              left join evidence.player_copy p on p.upload_id = u.id
              join evidence.ask a on a.request_id = u.request_id and a.camera_id = u.camera_id
              where u.request_id = ? and u.state = 'ACCEPTED' and u.kind = 'VIDEO'
                and a.state = 'GIVEN' and (p.state is null or p.state = 'MAKING'))
            """)
        .param(request)
        .query(Boolean.class)
        .single();
  }

  void setPercent(UUID upload, int percent) {
    database
        .sql("update evidence.player_copy set percent = ? where upload_id = ?")
        .params(percent, upload)
        .update();
  }

  void retry(UUID upload, Instant nextAt) {
    database
        .sql(
            """
            update evidence.player_copy set attempts = attempts + 1, next_at = ?
            where upload_id = ? and state = 'MAKING'
            """)
        .params(Timestamp.from(nextAt), upload)
        .update();
  }

  boolean setMade(UUID upload, PlayerCopy.Made made) {
    return database
            .sql(
                """
                update evidence.player_copy set state = 'MADE', percent = 100, pictures = ?,
                  sound = ?, bytes = ?, sha256 = ?, sha512 = ?, tool = ?, command = ?, made_at = ?
                where upload_id = ? and state = 'MAKING'
                """)
            .params(
                made.pictures().name(),
                made.sound().name(),
                made.bytes(),
                made.sha256(),
                made.sha512(),
                made.tool(),
                made.command(),
                Timestamp.from(made.at()),
                upload)
            .update()
        == 1;
  }

  boolean setUnplayable(UUID upload, TranscodingFailure.Cause why) {
    return database
            .sql(
                """
                update evidence.player_copy set state = 'UNPLAYABLE', why = ?
                where upload_id = ? and state = 'MAKING'
                """)
            .params(why.name(), upload)
            .update()
        == 1;
  }

  private static PlayerCopy read(ResultSet row, int number) throws SQLException {
    String why = row.getString("why");
    return new PlayerCopy(
        row.getObject("upload_id", UUID.class),
        PlayerCopy.State.valueOf(row.getString("state")),
        row.getInt("percent"),
        row.getInt("attempts"),
        made(row),
        why == null ? null : TranscodingFailure.Cause.valueOf(why));
  }

  private static PlayerCopy.@Nullable Made made(ResultSet row) throws SQLException {
    String pictures = row.getString("pictures");
    return pictures == null
        ? null
        : new PlayerCopy.Made(
            PlayerCopy.Pictures.valueOf(pictures),
            PlayerCopy.Sound.valueOf(row.getString("sound")),
            row.getLong("bytes"),
            row.getString("sha256"),
            row.getString("sha512"),
            row.getString("tool"),
            row.getString("command"),
            row.getTimestamp("made_at").toInstant());
  }
}
