package anbinh.notification.inbox;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of notifications, and of what was seen of worklists. Safe for many threads.
@Repository
class NotificationTable {
  private final SqlClient database;

  NotificationTable(SqlClient database) {
    this.database = database;
  }

  /// Notes when somebody's worklist was looked at for the first time.
  ///
  /// @return whether that is now
  boolean noteFirstLook(UUID person, Instant now) {
    return database.update(
            """
            insert into notification.look (person_id, looked_at) values (?, ?)
            on conflict do nothing
            """,
            person,
            now)
        > 0;
  }

  List<Seen> listSeen(UUID person) {
    return database.list(
        Seen.class,
        """
        select kind, count, overdue, latest, told_at, told_count, repeats
        from notification.seen where person_id = ?
        """,
        person);
  }

  void putSeen(UUID person, Collection<Seen> seen) {
    database.batch(
        """
        insert into notification.seen (person_id, kind, count, overdue, latest, told_at, told_count,
          repeats)
        values (:person, :kind, :count, :overdue, :latest, :toldAt, :toldCount, :repeats)
        on conflict (person_id, kind) do update set count = excluded.count,
          overdue = excluded.overdue, latest = excluded.latest, told_at = excluded.told_at,
          told_count = excluded.told_count, repeats = excluded.repeats
        """,
        seen.stream().map(each -> Values.of(each).and("person", person)).toList());
  }

  void insert(UUID person, Notification notification) {
    database.update(
        """
        insert into notification.notification (id, person_id, kind, reason, count, urgent, at)
        values (:id, :person, :kind, :reason, :count, :urgent, :at)
        """,
        Values.of(notification).and("person", person));
  }

  /// The newest first.
  List<Notification> list(UUID person, @Nullable UUID before, int rows) {
    return database.list(
        Notification.class,
        """
        select id, kind, reason, count, urgent, at, read_at
        from notification.notification
        where person_id = :person and (cast(:before as uuid) is null or id < :before)
        order by id desc limit :rows
        """,
        Values.of("person", person).and("before", before).and("rows", rows));
  }

  /// How many are unread, up to a number, and which is the newest.
  ///
  /// @param newest null where all are read
  record Unread(int count, boolean urgent, @Nullable UUID newest) {}

  Unread unread(UUID person, int most) {
    return database.get(
        Unread.class,
        """
        select count(*) as count, coalesce(bool_or(urgent), false) as urgent,
          cast(max(cast(id as text)) as uuid) as newest
        from (select id, urgent from notification.notification
          where person_id = :person and read_at is null order by id desc limit :most) as unread
        """,
        Values.of("person", person).and("most", most));
  }

  void setRead(UUID person, UUID upTo, Instant now) {
    database.update(
        """
        update notification.notification set read_at = ?
        where person_id = ? and read_at is null and id <= ?
        """,
        now,
        person,
        upTo);
  }

  int deleteBefore(Instant before, int most) {
    return database.update(
        """
        delete from notification.notification where id in
          (select id from notification.notification where at < ? limit ?)
        """,
        before,
        most);
  }
}
