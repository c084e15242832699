package anbinh.measure.opening;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.measure.opening.MeasureOpening.Answer;
import anbinh.measure.register.MeasureTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `measure.opening`, encrypted under the key of the measures. Safe for many threads.
@Repository
class MeasureOpeningTable {
  private static final String SELECT =
      """
      select o.id, o.measure_id, m.code, o.commune_id, o.reason_cipher, o.asked_by, o.asked_at,
        o.answered_by, o.answered_at, o.until
      from measure.opening o join measure.measure m on m.id = o.measure_id
      """;

  private final JdbcClient database;
  private final MeasureTable measures;

  MeasureOpeningTable(JdbcClient database, MeasureTable measures) {
    this.database = database;
    this.measures = measures;
  }

  void insert(MeasureOpening asked, String reason) {
    database
        .sql(
            """
            insert into measure.opening (id, measure_id, commune_id, reason_cipher,
              asked_by, asked_at) values (?, ?, ?, ?, ?, ?)
            """)
        .param(asked.id())
        .param(asked.measureId())
        .param(asked.communeId())
        .param(measures.encrypted(reason.getBytes(UTF_8)))
        .param(asked.askedBy())
        .param(Timestamp.from(asked.askedAt()))
        .update();
  }

  void answer(UUID id, Answer answer) {
    Instant until = answer.until();
    database
        .sql(
            """
            update measure.opening set answered_by = ?, answered_at = ?, signed = ?,
              until = ? where id = ?
            """)
        .param(answer.by())
        .param(Timestamp.from(answer.at()))
        .param(until != null)
        .param(until == null ? null : Timestamp.from(until))
        .param(id)
        .update();
  }

  Optional<MeasureOpening> find(UUID id) {
    return database.sql(SELECT + "where o.id = ?").param(id).query(this::opening).optional();
  }

  Optional<MeasureOpening> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where o.id = ? for update of o")
        .param(id)
        .query(this::opening)
        .optional();
  }

  /// Whether one was asked for since a moment that nobody answered, or is open still.
  boolean isPending(UUID measureId, Instant since, Instant now) {
    return database
        .sql(
            """
            select exists (select from measure.opening where measure_id = ?
              and ((answered_by is null and asked_at > ?) or until > ?))
            """)
        .param(measureId)
        .param(Timestamp.from(since))
        .param(Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  /// What waits for the chair of some communes, asked for since a moment by others than some
  /// accounts, and the last that one of them asked for; newest first, 100 at the most.
  List<MeasureOpening> list(Collection<UUID> communes, Collection<UUID> own, Instant since) {
    return database
        .sql(
            SELECT
                + """
                where m.erased_at is null and (o.asked_by = any (:own)
                  or (o.commune_id = any (:communes) and o.answered_by is null
                    and o.asked_at > :since))
                order by o.id desc limit 100
                """)
        .param("own", own.toArray(UUID[]::new))
        .param("communes", communes.toArray(UUID[]::new))
        .param("since", Timestamp.from(since))
        .query(this::opening)
        .list();
  }

  private MeasureOpening opening(ResultSet row, int number) throws SQLException {
    byte[] reason = row.getBytes("reason_cipher");
    return new MeasureOpening(
        row.getObject("id", UUID.class),
        row.getObject("measure_id", UUID.class),
        row.getString("code"),
        row.getObject("commune_id", UUID.class),
        reason == null ? null : new String(measures.decrypted(reason), UTF_8),
        row.getObject("asked_by", UUID.class),
        row.getTimestamp("asked_at").toInstant(),
        answer(row));
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    UUID by = row.getObject("answered_by", UUID.class);
    Timestamp until = row.getTimestamp("until");
    return by == null
        ? null
        : new Answer(
            by,
            row.getTimestamp("answered_at").toInstant(),
            until == null ? null : until.toInstant());
  }
}
