package anbinh.situation.flag;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Whom a reporter names how often, as keyed hashes, and what was flagged of it. Safe for many
/// threads.
@Repository
class AccusationTable {
  private static final String FLAGS =
      """
      select id, commune_id, reporter_hash as reporter, named_hash as named, flagged_at as at,
        reports, opened_by, opened_at
      from situation.flag
      """;

  private static final String PART =
      """
      select from situation.accusation a
        join situation.conflict c on c.situation_id = a.situation_id
      where a.reporter_hash = :reporter and a.named_hash = :named and c.person_id = :person
      """;

  private final SqlClient database;

  AccusationTable(SqlClient database) {
    this.database = database;
  }

  void put(UUID situation, byte[] reporter, byte[] named, boolean asPerson, Instant at) {
    database.update(
        """
        insert into situation.accusation
          (situation_id, reporter_hash, named_hash, named, at)
        values (:situation, :reporter, :named, :asPerson, :at)
        on conflict (situation_id, named_hash)
          do update set named = accusation.named or excluded.named
        """,
        Values.of("situation", situation)
            .and("reporter", reporter)
            .and("named", named)
            .and("asPerson", asPerson)
            .and("at", at));
  }

  /// What is guarded is nobody's misuse: whoever is beaten reports the same person again.
  List<UUID> listReports(byte[] reporter, byte[] named, UUID commune, Instant since) {
    return database.list(
        UUID.class,
        """
        select a.situation_id from situation.accusation a
          join situation.situation s on s.id = a.situation_id
        where a.reporter_hash = ? and a.named_hash = ? and a.at >= ? and not s.guarded
          and s.commune_id = ?
          and exists (select from situation.accusation n
            where n.named_hash = a.named_hash and n.named)
        order by a.at
        """,
        reporter,
        named,
        since,
        commune);
  }

  /// @return whether it is a new flag, or of more reports than before
  boolean flag(UUID id, UUID commune, byte[] reporter, byte[] named, int reports, Instant now) {
    return database.update(
            """
            insert into situation.flag
              (id, commune_id, reporter_hash, named_hash, flagged_at, reports)
            values (:id, :commune, :reporter, :named, :now, :reports)
            on conflict (reporter_hash, named_hash, commune_id) do update
              set reports = excluded.reports, flagged_at = excluded.flagged_at
              where flag.reports < excluded.reports
            """,
            Values.of("id", id)
                .and("commune", commune)
                .and("reporter", reporter)
                .and("named", named)
                .and("now", now)
                .and("reports", reports))
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
    return database.find(Flag.class, FLAGS + "where id = ?", id);
  }

  /// Whether somebody has a part in one of its reports.
  boolean hasPart(Flag flag, UUID person) {
    return database.exists(PART, Values.of(flag).and("person", person));
  }

  /// The newest first, without those of whose reports the reader has a part in one.
  List<Flag> list(Set<UUID> communes, UUID reader, @Nullable UUID before, int rows) {
    return database.list(
        Flag.class,
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
            """,
        Values.of("communes", communes)
            .and("reader", reader)
            .and("before", before)
            .and("rows", rows));
  }

  void opened(UUID id, UUID by, Instant now) {
    database.update(
        "update situation.flag set opened_by = ?, opened_at = ? where id = ?", by, now, id);
  }

  void erase(UUID situation) {
    database.update("delete from situation.accusation where situation_id = ?", situation);
  }
}
