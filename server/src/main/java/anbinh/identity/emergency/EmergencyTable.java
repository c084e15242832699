package anbinh.identity.emergency;

import anbinh.identity.AreaScope;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.account.Accounts;
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

/// The rows of `identity.emergency_access`. Safe for many threads.
@Repository
class EmergencyTable {
  private static final String COLUMNS =
      """
      select id, code, person_id, purpose, area_id, reason, opened_at, until, ended_at, review_by, overdue_at,
        justified, review_reason, reviewed_by, reviewed_at
      from identity.emergency_access
      """;

  /// Whose own are never shown, and where.
  private static final String OTHERS =
      "person_id <> all (:without) and (cast(:areas as uuid[]) is null or area_id = any (:areas))";

  private final JdbcClient database;
  private final Accounts accounts;

  EmergencyTable(JdbcClient database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /// Has everybody else who opens or ends one for the same person wait until the transaction ends.
  /// What is open for somebody is a part of their account.
  void lock(UUID person) {
    accounts.touch(person);
  }

  void insert(EmergencyAccess opened) {
    database
        .sql(
            """
            insert into identity.emergency_access
              (id, code, person_id, purpose, area_id, reason, opened_at, until, review_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(opened.id())
        .param(opened.code())
        .param(opened.person())
        .param(opened.purpose().name())
        .param(opened.areaId())
        .param(opened.reason())
        .param(Timestamp.from(opened.openedAt()))
        .param(Timestamp.from(opened.until()))
        .param(Timestamp.from(opened.reviewBy()))
        .update();
  }

  Optional<EmergencyAccess> find(UUID id) {
    return database
        .sql(COLUMNS + "where id = ?")
        .param(id)
        .query(EmergencyTable::access)
        .optional();
  }

  Optional<EmergencyAccess> findForUpdate(UUID id) {
    return database
        .sql(COLUMNS + "where id = ? for update")
        .param(id)
        .query(EmergencyTable::access)
        .optional();
  }

  /// The one that is open for a person at a moment.
  Optional<EmergencyAccess> findOpen(UUID person, Instant now) {
    return database
        .sql(COLUMNS + "where person_id = ? and opened_at <= ? and coalesce(ended_at, until) > ?")
        .params(person, Timestamp.from(now), Timestamp.from(now))
        .query(EmergencyTable::access)
        .optional();
  }

  /// The identifier of the one of a purpose that is open for a person in one of the areas.
  Optional<UUID> findOpen(UUID person, Set<UUID> areas, EmergencyPurpose purpose, Instant now) {
    return database
        .sql(
            """
            select id from identity.emergency_access
            where person_id = ? and area_id = any (?) and purpose = ? and opened_at <= ?
              and coalesce(ended_at, until) > ?
            """)
        .param(person)
        .param(areas.toArray(UUID[]::new))
        .param(purpose.name())
        .param(Timestamp.from(now))
        .param(Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  int countSince(UUID person, Instant since) {
    return database
        .sql("select count(*) from identity.emergency_access where person_id = ? and opened_at > ?")
        .params(person, Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  void end(UUID id, Instant now) {
    database
        .sql("update identity.emergency_access set ended_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  void review(UUID id, EmergencyAccess.Review review) {
    database
        .sql(
            """
            update identity.emergency_access set justified = ?, review_reason = ?, reviewed_by = ?,
              reviewed_at = ? where id = ?
            """)
        .param(review.justified())
        .param(review.reason())
        .param(review.by())
        .param(Timestamp.from(review.at()))
        .param(id)
        .update();
  }

  /// Those that nobody reviewed in time and that was not noted of yet.
  List<EmergencyAccess> listOverdue(Instant now) {
    return database
        .sql(
            COLUMNS
                + """
                where review_by < ? and reviewed_at is null and overdue_at is null
                order by review_by limit 100 for update skip locked
                """)
        .param(Timestamp.from(now))
        .query(EmergencyTable::access)
        .list();
  }

  void noteOverdue(UUID id, Instant now) {
    database
        .sql("update identity.emergency_access set overdue_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  /// Of other people: those that wait for a review, the one that is due first first; or those that
  /// were reviewed, newest first.
  List<EmergencyAccess> list(
      boolean waiting, Set<UUID> without, AreaScope scope, @Nullable UUID after, int rows) {
    String order =
        waiting
            ? """
             and reviewed_at is null and (cast(:after as uuid) is null or id > :after)
            order by id limit :rows
            """
            : """
             and reviewed_at is not null and (cast(:after as uuid) is null or id < :after)
            order by id desc limit :rows
            """;
    return database
        .sql(COLUMNS + "where " + OTHERS + order)
        .param("without", without.toArray(UUID[]::new))
        .param("areas", areas(scope))
        .param("after", after)
        .param("rows", rows)
        .query(EmergencyTable::access)
        .list();
  }

  /// How many a person opened, and what became of them, newest first.
  List<EmergencyAccess> listOwn(UUID person, int rows) {
    return database
        .sql(COLUMNS + "where person_id = ? order by id desc limit ?")
        .params(person, rows)
        .query(EmergencyTable::access)
        .list();
  }

  /// What those who answer for an area are told of: of one purpose, newest first.
  List<EmergencyAccess> listOf(
      EmergencyPurpose purpose, AreaScope scope, @Nullable UUID after, int rows) {
    return database
        .sql(
            COLUMNS
                + """
                where purpose = :purpose
                  and (cast(:areas as uuid[]) is null or area_id = any (:areas))
                  and (cast(:after as uuid) is null or id < :after)
                order by id desc limit :rows
                """)
        .param("purpose", purpose.name())
        .param("areas", areas(scope))
        .param("after", after)
        .param("rows", rows)
        .query(EmergencyTable::access)
        .list();
  }

  Emergencies.Waiting count(Set<UUID> without, AreaScope scope, Instant now) {
    return database
        .sql(
            "select count(*), count(*) filter (where review_by < :now) from"
                + " identity.emergency_access where reviewed_at is null and "
                + OTHERS)
        .param("now", Timestamp.from(now))
        .param("without", without.toArray(UUID[]::new))
        .param("areas", areas(scope))
        .query((row, number) -> new Emergencies.Waiting(row.getLong(1), row.getLong(2)))
        .single();
  }

  Emergencies.Told countTold(Set<UUID> without, AreaScope scope, Instant since) {
    return database
        .sql(
            "select count(*), max(opened_at) from identity.emergency_access"
                + " where purpose = 'SITUATIONS' and opened_at > :since and "
                + OTHERS)
        .param("since", Timestamp.from(since))
        .param("without", without.toArray(UUID[]::new))
        .param("areas", areas(scope))
        .query((row, number) -> {
          Timestamp last = row.getTimestamp(2);
          return new Emergencies.Told(row.getLong(1), last == null ? null : last.toInstant());
        })
        .single();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  private static EmergencyAccess access(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp endedAt = row.getTimestamp("ended_at");
    @Nullable Timestamp overdueAt = row.getTimestamp("overdue_at");
    return new EmergencyAccess(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("person_id", UUID.class),
        EmergencyPurpose.valueOf(row.getString("purpose")),
        row.getObject("area_id", UUID.class),
        row.getString("reason"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("until").toInstant(),
        endedAt == null ? null : endedAt.toInstant(),
        row.getTimestamp("review_by").toInstant(),
        overdueAt == null ? null : overdueAt.toInstant(),
        review(row));
  }

  private static EmergencyAccess.@Nullable Review review(ResultSet row) throws SQLException {
    @Nullable Timestamp at = row.getTimestamp("reviewed_at");
    return at == null
        ? null
        : new EmergencyAccess.Review(
            row.getBoolean("justified"),
            row.getString("review_reason"),
            row.getObject("reviewed_by", UUID.class),
            at.toInstant());
  }
}
