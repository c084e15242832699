package anbinh.situation.flag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom a reporter names how often, as keyed hashes, and what was flagged of it. Safe for many
/// threads.
@Repository
class AccusationTable {
  private static final String FLAGS =
      """
      select id, commune_id, reporter_hash, named_hash, flagged_at, reports, opened_by, opened_at
      from situation.flag
      """;

  private static final String PART =
      """
      select from situation.accusation a
        join situation.conflict c on c.situation_id = a.situation_id
      where a.reporter_hash = :reporter and a.named_hash = :named and c.person_id = :person
      """;

  private final JdbcClient database;

  AccusationTable(JdbcClient database) {
    this.database = database;
  }

  void put(UUID situation, byte[] reporter, byte[] named, boolean asPerson, Instant at) {
    database
        .sql(
            """
            insert into situation.accusation
              (situation_id, reporter_hash, named_hash, named, at) values (?, ?, ?, ?, ?)
            on conflict (situation_id, named_hash)
              do update set named = accusation.named or excluded.named
            """)
        .params(situation, reporter, named, asPerson, Timestamp.from(at))
        .update();
  }

  /// What is guarded is nobody's misuse: whoever is beaten reports the same person again.
  List<UUID> listReports(byte[] reporter, byte[] named, UUID commune, Instant since) {
    return database
        .sql(
            """
            select a.situation_id from situation.accusation a
              join situation.situation s on s.id = a.situation_id
            where a.reporter_hash = ? and a.named_hash = ? and a.at >= ? and not s.guarded
              and s.commune_id = ?
              and exists (select from situation.accusation n
                where n.named_hash = a.named_hash and n.named)
            order by a.at
            """)
        .params(reporter, named, Timestamp.from(since), commune)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// @return whether it is a new flag, or of more reports than before
  boolean flag(UUID id, UUID commune, byte[] reporter, byte[] named, int reports, Instant now) {
    return database
            .sql(
                """
                insert into situation.flag
                  (id, commune_id, reporter_hash, named_hash, flagged_at, reports)
                values (?, ?, ?, ?, ?, ?)
                on conflict (reporter_hash, named_hash, commune_id) do update
                  set reports = excluded.reports, flagged_at = excluded.flagged_at
                  where flag.reports < excluded.reports
                """)
            .params(id, commune, reporter, named, Timestamp.from(now), reports)
            .update()
        > 0;
  }

  /// A flag without anybody's name.
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Flag(
      UUID id,
      UUID communeId,
      byte[] reporter,
      byte[] named,
      Instant at,
      int reports,
      @Nullable UUID openedBy,
      @Nullable Instant openedAt) {}

  Optional<Flag> find(UUID id) {
    return database.sql(FLAGS + "where id = ?").param(id).query(AccusationTable::flag).optional();
  }

  /// Whether somebody has a part in one of its reports.
  boolean hasPart(Flag flag, UUID person) {
    return database
        .sql("select exists (" + PART + ")")
        .param("reporter", flag.reporter())
        .param("named", flag.named())
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /// The newest first, without those of whose reports the reader has a part in one.
  List<Flag> list(Set<UUID> communes, UUID reader, @Nullable UUID before, int rows) {
    return database
        .sql(
            FLAGS
                + """
                where commune_id = any (:communes) and not exists (
                    select from situation.accusation a
                      join situation.conflict c on c.situation_id = a.situation_id
                    where a.reporter_hash = flag.reporter_hash
                      and a.named_hash = flag.named_hash and c.person_id = :reader)
                  and (cast(:before as uuid) is null
                  or (flagged_at, id) < (select flagged_at, id from situation.flag
                    where id = :before))
                order by flagged_at desc, id desc limit :rows
                """)
        .param("communes", communes.toArray(UUID[]::new))
        .param("reader", reader)
        .param("before", before)
        .param("rows", rows)
        .query(AccusationTable::flag)
        .list();
  }

  void opened(UUID id, UUID by, Instant now) {
    database
        .sql("update situation.flag set opened_by = ?, opened_at = ? where id = ?")
        .params(by, Timestamp.from(now), id)
        .update();
  }

  void erase(UUID situation) {
    database
        .sql("delete from situation.accusation where situation_id = ?")
        .param(situation)
        .update();
  }

  private static Flag flag(ResultSet row, int number) throws SQLException {
    Timestamp opened = row.getTimestamp("opened_at");
    return new Flag(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getBytes("reporter_hash"),
        row.getBytes("named_hash"),
        row.getTimestamp("flagged_at").toInstant(),
        row.getInt("reports"),
        row.getObject("opened_by", UUID.class),
        opened == null ? null : opened.toInstant());
  }
}
