package anbinh.evidence.player;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.video.TranscodingFailure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The table of player copies. Safe for many threads.
@Component
public class PlayerTable {
  private static final String SELECT =
      """
      select upload_id, state, percent, attempts, pictures as "made.pictures",
        sound as "made.sound", bytes as "made.bytes", sha256 as "made.sha256",
        sha512 as "made.sha512", tool as "made.tool", command as "made.command",
        made_at as "made.at", why
      from evidence.player_copy
      """;

  private final SqlClient database;

  PlayerTable(SqlClient database) {
    this.database = database;
  }

  public Optional<PlayerCopy> find(UUID upload) {
    return Optional.ofNullable(find(List.of(upload)).get(upload));
  }

  /// Those of the uploads that have one, made or not.
  public Map<UUID, PlayerCopy> find(Collection<UUID> uploads) {
    return database.map(
        UUID.class, PlayerCopy.class, SELECT + "where upload_id = any (?)", uploads);
  }

  /// Begins the copy of each video that its owner handed over and that has none.
  void beginMissing(Instant now) {
    database.update(
        """
        insert into evidence.player_copy (upload_id, state, next_at)
        select id, 'MAKING', ? from evidence.upload u
        where state = 'ACCEPTED' and kind = 'VIDEO'
          and not exists (select from evidence.player_copy p where p.upload_id = u.id)
          and exists (select from evidence.owner_request a
          join evidence.request r on r.id = a.request_id
            where a.request_id = u.request_id and a.camera_id = u.camera_id
              and a.state = 'GIVEN' and r.state in ('APPROVED', 'COLLECTING'))
        on conflict do nothing
        """,
        now);
  }

  Optional<Instant> findNextDue() {
    return database.find(
        Instant.class, "select min(next_at) from evidence.player_copy where state = 'MAKING'");
  }

  List<PlayerCopy> listDue(Instant now) {
    return database.list(
        PlayerCopy.class,
        SELECT + "where state = 'MAKING' and next_at <= ? order by next_at limit 20",
        now);
  }

  /// Whether the copy of a video that was handed over for the request is still to come.
  public boolean isAwaited(UUID request) {
    return database.exists(
        """
        select from evidence.upload u
          left join evidence.player_copy p on p.upload_id = u.id
          join evidence.owner_request a on a.request_id = u.request_id and a.camera_id = u.camera_id
          where u.request_id = ? and u.state = 'ACCEPTED' and u.kind = 'VIDEO'
            and a.state = 'GIVEN' and (p.state is null or p.state = 'MAKING')
        """,
        request);
  }

  void setPercent(UUID upload, int percent) {
    database.update(
        "update evidence.player_copy set percent = ? where upload_id = ?", percent, upload);
  }

  void retry(UUID upload, Instant nextAt) {
    database.update(
        """
        update evidence.player_copy set attempts = attempts + 1, next_at = ?
        where upload_id = ? and state = 'MAKING'
        """,
        nextAt,
        upload);
  }

  boolean setMade(UUID upload, PlayerCopy.Made made) {
    return database.update(
            """
            update evidence.player_copy set state = 'MADE', percent = 100, pictures = :pictures,
              sound = :sound, bytes = :bytes, sha256 = :sha256, sha512 = :sha512, tool = :tool,
              command = :command, made_at = :at
            where upload_id = :upload and state = 'MAKING'
            """,
            Values.of(made).and("upload", upload))
        == 1;
  }

  boolean setUnplayable(UUID upload, TranscodingFailure.Cause why) {
    return database.update(
            """
            update evidence.player_copy set state = 'UNPLAYABLE', why = ?
            where upload_id = ? and state = 'MAKING'
            """,
            why,
            upload)
        == 1;
  }
}
