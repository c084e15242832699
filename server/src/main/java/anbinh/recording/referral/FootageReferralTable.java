package anbinh.recording.referral;

import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `recording.footage_referral`. Safe for many threads.
@Repository
class FootageReferralTable {
  private static final String SELECT =
      """
      select id, camera_ids, from_at, to_at, note, referred_by, recipient, referred_at, open_until,
        state, ended_at, reason
      from recording.footage_referral
      """;

  private final SqlClient database;
  private final ListQueries lists;

  FootageReferralTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  /// Lets nobody else refer anything as this person until the transaction ends.
  void lockSender(UUID sender) {
    var _ =
        database.get(
            String.class,
            "select cast(pg_advisory_xact_lock(hashtextextended('recording.referral ' || ?, 0)) as"
                + " text)",
            sender.toString());
  }

  void insert(FootageReferral made) {
    database.update(
        """
        insert into recording.footage_referral (id, camera_ids, from_at, to_at, note, referred_by,
          recipient, referred_at, open_until, state)
        values (:id, :cameraIds, :fromAt, :toAt, :note, :referredBy, :recipient, :referredAt,
          :openUntil, :state)
        """,
        made);
  }

  void end(UUID id, FootageReferral.State state, Instant at, @Nullable String reason) {
    database.update(
        "update recording.footage_referral set state = ?, ended_at = ?, reason = ? where id = ?",
        state,
        at,
        reason,
        id);
  }

  Optional<FootageReferral> find(UUID id) {
    return database.find(FootageReferral.class, SELECT + "where id = ?", id);
  }

  FootageReferral getForUpdate(UUID id) {
    return database.get(FootageReferral.class, SELECT + "where id = ? for update", id);
  }

  /// Those that somebody made and nobody has answered, in no order.
  List<FootageReferral> listOpenOf(UUID sender, Instant now) {
    return database.list(
        FootageReferral.class,
        SELECT + "where referred_by = ? and state = 'OPEN' and open_until > ?",
        sender,
        now);
  }

  /// Those that wait for somebody, in no order.
  List<FootageReferral> listOpenFor(UUID recipient, Instant now, int most) {
    return database.list(
        FootageReferral.class,
        SELECT + "where recipient = ? and state = 'OPEN' and open_until > ? limit ?",
        recipient,
        now,
        most);
  }

  /// Those that somebody made, or got and were not withdrawn, newest first.
  ///
  /// @param waitingAt only those that wait for their answer at this time; null for all
  List<FootageReferral> list(
      UUID person, @Nullable Instant waitingAt, @Nullable UUID before, int rows) {
    Conditions where = new Conditions().and("id < :before", "before", before);
    if (waitingAt == null) {
      where.and(
          "(referred_by = :person or recipient = :person and state <> 'WITHDRAWN')",
          "person",
          person);
    } else {
      where
          .and("recipient = :person and state = 'OPEN'", "person", person)
          .and("open_until > :now", "now", waitingAt);
    }
    return lists.list(
        FootageReferral.class,
        SELECT + where.text() + "order by id desc limit :rows",
        where.values().and("rows", rows));
  }

  /// Deletes some of those that were made before a time; returns how many.
  int delete(Instant before, int most) {
    return database.update(
        """
        delete from recording.footage_referral where id in
          (select id from recording.footage_referral where referred_at < ? limit ?)
        """,
        before,
        most);
  }
}
