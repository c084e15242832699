package anbinh.identity.emergency;

import anbinh.identity.AreaScope;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.account.Accounts;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `identity.emergency_access`. Safe for many threads.
@Repository
class EmergencyTable {
  private static final String COLUMNS =
      """
      select id, code, person_id as person, purpose, area_id, reason, opened_at, until, ended_at,
        review_by, overdue_at, justified as "review.justified", review_reason as "review.reason",
        reviewed_by as "review.by", reviewed_at as "review.at"
      from identity.emergency_access
      """;

  /// Whose own are never shown, and where.
  private static final String OTHERS =
      "person_id <> all (:without) and (cast(:areas as uuid[]) is null or area_id = any (:areas))";

  private final SqlClient database;
  private final Accounts accounts;

  EmergencyTable(SqlClient database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /// Has everybody else who opens or ends one for the same person wait until the transaction ends.
  /// What is open for somebody is a part of their account.
  void lock(UUID person) {
    accounts.touch(person);
  }

  void insert(EmergencyAccess opened) {
    database.update(
        """
        insert into identity.emergency_access
          (id, code, person_id, purpose, area_id, reason, opened_at, until, review_by)
        values (:id, :code, :person, :purpose, :areaId, :reason, :openedAt, :until, :reviewBy)
        """,
        Values.of(opened));
  }

  Optional<EmergencyAccess> find(UUID id) {
    return database.find(EmergencyAccess.class, COLUMNS + "where id = ?", id);
  }

  Optional<EmergencyAccess> findForUpdate(UUID id) {
    return database.find(EmergencyAccess.class, COLUMNS + "where id = ? for update", id);
  }

  /// The one that is open for a person at a moment.
  Optional<EmergencyAccess> findOpen(UUID person, Instant now) {
    return database.find(
        EmergencyAccess.class,
        COLUMNS + "where person_id = ? and opened_at <= ? and coalesce(ended_at, until) > ?",
        person,
        now,
        now);
  }

  /// The identifier of the one of a purpose that is open for a person in one of the areas.
  Optional<UUID> findOpen(UUID person, Set<UUID> areas, EmergencyPurpose purpose, Instant now) {
    return database.find(
        UUID.class,
        """
        select id from identity.emergency_access
        where person_id = :person and area_id = any (:areas) and purpose = :purpose
          and opened_at <= :now and coalesce(ended_at, until) > :now
        """,
        Values.of("person", person).and("areas", areas).and("purpose", purpose).and("now", now));
  }

  int countSince(UUID person, Instant since) {
    return database.get(
        Integer.class,
        "select count(*) from identity.emergency_access where person_id = ? and opened_at > ?",
        person,
        since);
  }

  void end(UUID id, Instant now) {
    database.update("update identity.emergency_access set ended_at = ? where id = ?", now, id);
  }

  void review(UUID id, EmergencyAccess.Review review) {
    database.update(
        """
        update identity.emergency_access set justified = :justified, review_reason = :reason,
          reviewed_by = :by, reviewed_at = :at
        where id = :id
        """,
        Values.of(review).and("id", id));
  }

  /// Those that nobody reviewed in time and that was not noted of yet.
  List<EmergencyAccess> listOverdue(Instant now) {
    return database.list(
        EmergencyAccess.class,
        COLUMNS
            + """
            where review_by < ? and reviewed_at is null and overdue_at is null
            order by review_by limit 100 for update skip locked
            """,
        now);
  }

  void noteOverdue(UUID id, Instant now) {
    database.update("update identity.emergency_access set overdue_at = ? where id = ?", now, id);
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
    return database.list(
        EmergencyAccess.class,
        COLUMNS + "where " + OTHERS + order,
        Values.of("without", without)
            .and("areas", scope.areas())
            .and("after", after)
            .and("rows", rows));
  }

  /// How many a person opened, and what became of them, newest first.
  List<EmergencyAccess> listOwn(UUID person, int rows) {
    return database.list(
        EmergencyAccess.class,
        COLUMNS + "where person_id = ? order by id desc limit ?",
        person,
        rows);
  }

  /// What those who answer for an area are told of: of one purpose, newest first.
  List<EmergencyAccess> listOf(
      EmergencyPurpose purpose, AreaScope scope, @Nullable UUID after, int rows) {
    return database.list(
        EmergencyAccess.class,
        COLUMNS
            + """
            where purpose = :purpose
              and (cast(:areas as uuid[]) is null or area_id = any (:areas))
              and (cast(:after as uuid) is null or id < :after)
            order by id desc limit :rows
            """,
        Values.of("purpose", purpose)
            .and("areas", scope.areas())
            .and("after", after)
            .and("rows", rows));
  }

  Emergencies.Waiting count(Set<UUID> without, AreaScope scope, Instant now) {
    return database.get(
        Emergencies.Waiting.class,
        """
        select count(*) as count, count(*) filter (where review_by < :now) as overdue,
          min(review_by) filter (where review_by >= :now) as next_due
        from identity.emergency_access where reviewed_at is null and
        """
            + OTHERS,
        Values.of("now", now).and("without", without).and("areas", scope.areas()));
  }

  int countNotices(Set<UUID> without, AreaScope scope, Instant since) {
    return database.get(
        Integer.class,
        "select count(*) from identity.emergency_access"
            + " where purpose = 'SITUATIONS' and opened_at > :since and "
            + OTHERS,
        Values.of("since", since).and("without", without).and("areas", scope.areas()));
  }
}
