package anbinh.situation.media;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.situation.report.NewSituation.NewSituationMedia;
import anbinh.situation.report.SituationMediaKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `situation.media`, their bytes encrypted under a key of their own. Safe for many
/// threads.
@Repository
public class SituationMediaTable {
  private static final String COLUMNS =
      """
      select id, situation_id, kind, announced_at, announced_bytes, announced_sha256,
        keep_position, arrived_at, type, bytes, sha256, removed_bytes, malware, withdrawn_at, erased_at
      from situation.media
      """;

  private final JdbcClient database;
  private final SecretCipher cipher;

  SituationMediaTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("situation").resolve("situation-media.key"));
  }

  /// Notes that a file is to come; one that is known stays as it was announced, but for its place,
  /// which is taken out as soon as its sender once says so.
  ///
  /// @return false where the identifier is of another file
  public boolean announce(UUID situation, NewSituationMedia requested, Instant now) {
    boolean fresh =
        database
                .sql(
                    """
                    insert into situation.media (id, situation_id, kind, announced_at,
                      announced_bytes, announced_sha256, keep_position)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (id) do update set keep_position = false
                    where not excluded.keep_position
                      and media.arrived_at is null
                      and media.situation_id = excluded.situation_id
                      and media.announced_sha256 = excluded.announced_sha256
                    """)
                .params(
                    requested.id(),
                    situation,
                    requested.kind().name(),
                    Timestamp.from(now),
                    requested.bytes(),
                    requested.sha256(),
                    requested.keepPosition())
                .update()
            > 0;
    return fresh
        || find(requested.id())
            .filter(each ->
                each.situationId().equals(situation)
                    && each.announcedSha256().equals(requested.sha256()))
            .isPresent();
  }

  public Optional<SituationMedium> find(UUID id) {
    return database
        .sql(COLUMNS + "where id = ?")
        .param(id)
        .query(SituationMediaTable::medium)
        .optional();
  }

  /// Of one report, in the order in which they were announced.
  public List<SituationMedium> list(UUID situation) {
    return database
        .sql(COLUMNS + "where situation_id = ? order by announced_at, id")
        .param(situation)
        .query(SituationMediaTable::medium)
        .list();
  }

  /// How many files some reports announced, and how many arrived.
  public record Counted(UUID situationId, int announced, int arrived) {}

  public Map<UUID, Counted> count(Collection<UUID> situations) {
    return database
        .sql(
            """
            select situation_id, count(*), count(arrived_at) from situation.media
            where situation_id = any (?) and withdrawn_at is null group by situation_id
            """)
        .param(situations.toArray(UUID[]::new))
        .query((row, number) ->
            new Counted(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)))
        .list()
        .stream()
        .collect(Collectors.toMap(Counted::situationId, Function.identity()));
  }

  void withdraw(UUID id, Instant now) {
    database
        .sql("update situation.media set withdrawn_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  void arrived(UUID id, Instant now, CleanedMedia cleaned, String sha256, boolean checked) {
    database
        .sql(
            """
            update situation.media set arrived_at = ?, withdrawn_at = null, type = ?, bytes = ?, sha256 = ?,
              removed_bytes = ?, malware = ?, content_cipher = ?
            where id = ? and arrived_at is null
            """)
        .params(
            Timestamp.from(now),
            cleaned.type(),
            cleaned.length(),
            sha256,
            cleaned.removed(),
            checked ? "CLEAN" : "NOT_CHECKED",
            cipher.encrypt(cleaned.bytes()),
            id)
        .update();
  }

  /// The bytes; empty before they arrive and once they are erased.
  Optional<byte[]> findBytes(UUID id) {
    return database
        .sql(
            """
            select content_cipher from situation.media
            where id = ? and content_cipher is not null
            """)
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(cipher::decrypt);
  }

  public void erase(UUID situation, Instant now) {
    database
        .sql(
            """
            update situation.media set content_cipher = null, erased_at = ?
            where situation_id = ?
            """)
        .params(Timestamp.from(now), situation)
        .update();
  }

  private static SituationMedium medium(ResultSet row, int number) throws SQLException {
    String malware = row.getString("malware");
    return new SituationMedium(
        row.getObject("id", UUID.class),
        row.getObject("situation_id", UUID.class),
        SituationMediaKind.valueOf(row.getString("kind")),
        row.getTimestamp("announced_at").toInstant(),
        row.getInt("announced_bytes"),
        row.getString("announced_sha256"),
        row.getBoolean("keep_position"),
        instant(row, "arrived_at"),
        row.getString("type"),
        row.getObject("bytes", Integer.class),
        row.getString("sha256"),
        row.getObject("removed_bytes", Integer.class),
        malware == null ? null : malware.equals("CLEAN"),
        instant(row, "withdrawn_at"),
        instant(row, "erased_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
