package anbinh.situation.media;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.situation.report.NewSituation.NewSituationMedia;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `situation.media`, their bytes encrypted under a key of their own. Safe for many
/// threads.
@Repository
public class SituationMediaTable {
  private static final String COLUMNS =
      """
      select id, situation_id, kind, announced_at, announced_bytes, announced_sha256,
        keep_position, arrived_at, type, bytes, sha256, removed_bytes,
        malware = 'CLEAN' as checked, withdrawn_at, erased_at
      from situation.media
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  SituationMediaTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("situation").resolve("situation-media.key"));
  }

  /// Notes that a file is to come; one that is known stays as it was announced, but for its place,
  /// which is taken out as soon as its sender once says so.
  ///
  /// @return false where the identifier is of another file
  public boolean announce(UUID situation, NewSituationMedia requested, Instant now) {
    boolean fresh =
        database.update(
                """
                insert into situation.media (id, situation_id, kind, announced_at,
                  announced_bytes, announced_sha256, keep_position)
                values (:id, :situation, :kind, :now, :bytes, :sha256, :keepPosition)
                on conflict (id) do update set keep_position = false
                where not excluded.keep_position
                  and media.arrived_at is null
                  and media.situation_id = excluded.situation_id
                  and media.announced_sha256 = excluded.announced_sha256
                """,
                Values.of(requested).and("situation", situation).and("now", now))
            > 0;
    return fresh
        || find(requested.id())
            .filter(each ->
                each.situationId().equals(situation)
                    && each.announcedSha256().equals(requested.sha256()))
            .isPresent();
  }

  public Optional<SituationMedium> find(UUID id) {
    return database.find(SituationMedium.class, COLUMNS + "where id = ?", id);
  }

  /// Of one report, in the order in which they were announced.
  public List<SituationMedium> list(UUID situation) {
    return database.list(
        SituationMedium.class,
        COLUMNS + "where situation_id = ? order by announced_at, id",
        situation);
  }

  /// How many files some reports announced, and how many arrived.
  public record Counted(UUID situationId, int announced, int arrived) {}

  public Map<UUID, Counted> count(Collection<UUID> situations) {
    return database.map(
        UUID.class,
        Counted.class,
        """
        select situation_id, count(*) as announced,
          count(arrived_at) as arrived from situation.media
        where situation_id = any (?) and withdrawn_at is null group by situation_id
        """,
        situations);
  }

  void withdraw(UUID id, Instant now) {
    database.update("update situation.media set withdrawn_at = ? where id = ?", now, id);
  }

  void arrived(UUID id, Instant now, CleanedMedia cleaned, String sha256, boolean checked) {
    database.update(
        """
        update situation.media set arrived_at = :now, withdrawn_at = null, type = :type,
          bytes = :length, sha256 = :sha256, removed_bytes = :removed, malware = :malware,
          content_cipher = :contentCipher
        where id = :id and arrived_at is null
        """,
        Values.of("now", now)
            .and("type", cleaned.type())
            .and("length", cleaned.length())
            .and("sha256", sha256)
            .and("removed", cleaned.removed())
            .and("malware", checked ? "CLEAN" : "NOT_CHECKED")
            .and("contentCipher", cipher.encrypt(cleaned.bytes()))
            .and("id", id));
  }

  /// The bytes; empty before they arrive and once they are erased.
  Optional<byte[]> findBytes(UUID id) {
    return database
        .find(
            byte[].class,
            """
            select content_cipher from situation.media
            where id = ? and content_cipher is not null
            """,
            id)
        .map(cipher::decrypt);
  }

  public void erase(UUID situation, Instant now) {
    database.update(
        """
        update situation.media set content_cipher = null, erased_at = ?
        where situation_id = ?
        """,
        now,
        situation);
  }
}
