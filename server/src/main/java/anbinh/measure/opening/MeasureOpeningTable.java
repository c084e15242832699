package anbinh.measure.opening;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.measure.opening.MeasureOpening.Answer;
import anbinh.measure.register.MeasureTable;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  private final SqlClient database;
  private final MeasureTable measures;

  MeasureOpeningTable(SqlClient database, MeasureTable measures) {
    this.database = database;
    this.measures = measures;
  }

  void insert(MeasureOpening asked, String reason) {
    database.update(
        """
        insert into measure.opening (id, measure_id, commune_id, reason_cipher,
          asked_by, asked_at) values (:id, :measureId, :communeId, :reason, :askedBy, :askedAt)
        """,
        Values.of(asked).and("reason", measures.encrypted(reason.getBytes(UTF_8))));
  }

  void answer(UUID id, Answer answer) {
    database.update(
        """
        update measure.opening set answered_by = :by, answered_at = :at, signed = :signed,
          until = :until where id = :id
        """,
        Values.of(answer).and("signed", answer.until() != null).and("id", id));
  }

  Optional<MeasureOpening> find(UUID id) {
    return database.find(this::opening, SELECT + "where o.id = ?", id);
  }

  Optional<MeasureOpening> findForUpdate(UUID id) {
    return database.find(this::opening, SELECT + "where o.id = ? for update of o", id);
  }

  /// Whether one was asked for since a moment that nobody answered, or is open still.
  boolean isPending(UUID measureId, Instant since, Instant now) {
    return database.exists(
        """
        select from measure.opening where measure_id = ?
          and ((answered_by is null and asked_at > ?) or until > ?)
        """,
        measureId,
        since,
        now);
  }

  /// What waits for the chair of some communes, asked for since a moment by others than some
  /// accounts, and the last that one of them asked for; newest first, 100 at the most.
  List<MeasureOpening> list(Collection<UUID> communes, Collection<UUID> own, Instant since) {
    return database.list(
        this::opening,
        SELECT
            + """
            where m.erased_at is null and (o.asked_by = any (:own)
              or (o.commune_id = any (:communes) and o.answered_by is null
                and o.asked_at > :since))
            order by o.id desc limit 100
            """,
        Values.of("own", own).and("communes", communes).and("since", since));
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
