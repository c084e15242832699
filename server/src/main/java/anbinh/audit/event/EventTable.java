package anbinh.audit.event;

import anbinh.audit.Disclosure;
import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.log.Leaf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of events.
@Component
public class EventTable {
  public static final String COLUMNS =
      """
      select seq, id, at, type, actor_id, actor_pseudonym, object_kind, object_id, object_code,
        refused, detail, salt, record, mac, disclosure, area_id, leaf_index
      from audit.event
      """;

  private static final String RECORDED =
      """
      select seq, id, record, mac, disclosure, actor_id, area_id, object_code, detail, salt,
        leaf_index
      from audit.event
      """;

  private final SqlClient database;

  EventTable(SqlClient database) {
    this.database = database;
  }

  void insert(
      UUID id,
      Instant at,
      Event event,
      @Nullable String detail,
      byte @Nullable [] salt,
      byte[] record,
      byte[] mac) {
    database.update(
        """
        insert into audit.event (id, at, type, routine, actor_id, actor_pseudonym, object_kind,
          object_id, object_code, refused, detail, salt, record, mac, disclosure, area_id)
        values (:id, :at, :type, :routine, :actor.personId, :actor.pseudonym, :subject.kind,
          :subject.id, :subject.code, :refused, :detail, :salt, :record, :mac, :disclosure,
          :areaId)
        """,
        Values.of(event)
            .and("id", id)
            .and("at", at)
            .and("type", event.type().code())
            .and("routine", event.type().routine())
            .and("detail", detail)
            .and("salt", salt)
            .and("record", record)
            .and("mac", mac)
            .and("disclosure", event.disclosure()));
  }

  Map<UUID, Long> indexes(Collection<UUID> events) {
    return database.map(
        UUID.class,
        Long.class,
        "select id, leaf_index from audit.event where id = any(?) and leaf_index is not null",
        events);
  }

  /// Events to append after one, oldest first.
  ///
  /// @param deferred those that wait for others, or those that do not
  public List<Recorded> waiting(boolean deferred, long after, int most) {
    return database.list(
        EventTable::recorded,
        RECORDED
            + """
                where leaf_index is null and (disclosure <> 'EXACT') = ? and seq > ?
            order by seq limit ?
            """,
        deferred,
        after,
        most);
  }

  /// Events of a type that wait, in order.
  public List<Recorded> waiting(EventType type) {
    return database.list(
        EventTable::recorded,
        RECORDED
            + """
                where leaf_index is null and type = ? order by seq
            """,
        type.code());
  }

  /// Events of a type after one, in order.
  List<Recorded> records(EventType type, long after, int most) {
    return database.list(
        EventTable::recorded,
        RECORDED
            + """
                where type = ? and seq > ? order by seq limit ?
            """,
        type.code(),
        after,
        most);
  }

  private static Recorded recorded(ResultSet row, int number) throws SQLException {
    return new Recorded(
        row.getLong("seq"),
        row.getObject("id", UUID.class),
        new Bytes(row.getBytes("record")),
        new Bytes(row.getBytes("mac")),
        Disclosure.valueOf(row.getString("disclosure")),
        row.getObject("actor_id", UUID.class),
        row.getObject("area_id", UUID.class),
        row.getString("object_code"),
        row.getString("detail"),
        new Bytes(row.getBytes("salt")),
        row.getObject("leaf_index", Long.class));
  }

  /// Events of some types about some objects, in order.
  List<Recorded> records(Collection<String> types, Collection<String> objectIds) {
    return database.list(
        EventTable::recorded,
        RECORDED
            + """
                where type = any (?) and object_id = any (?) order by seq
            """,
        types,
        objectIds);
  }

  /// Some events.
  List<Recorded> records(Collection<UUID> events) {
    return database.list(
        EventTable::recorded,
        RECORDED
            + """
                where id = any (?)
            """,
        events);
  }

  /// Events of some types that are in the log at a place or after it and before another, in order.
  List<Row> between(long index, long end, Collection<String> types, int most) {
    return database.list(
        EventTable::row,
        COLUMNS
            + """
            where leaf_index >= ? and leaf_index < ? and type = any(?)
            order by leaf_index limit ?
            """,
        index,
        end,
        types,
        most);
  }

  /// Events of some types that somebody caused within a time, in order.
  List<Recorded> records(UUID actor, Instant from, Instant to, Collection<String> types, int most) {
    return database.list(
        EventTable::recorded,
        RECORDED
            + """
                where actor_id = :actor and at >= :from and at < :to and type = any(:types)
                order by seq limit :most
            """,
        Values.of("actor", actor)
            .and("from", from.truncatedTo(ChronoUnit.MILLIS))
            .and("to", to)
            .and("types", types)
            .and("most", most));
  }

  Optional<Long> indexSince(long index, Instant moment) {
    return database.find(
        Long.class,
        """
        select min(leaf_index) from audit.event where leaf_index >= ? and at >= ?
        having min(leaf_index) is not null
        """,
        index,
        moment);
  }

  Set<String> subjects(EventType type, Collection<String> objects) {
    return new HashSet<>(
        database.list(
            String.class,
            "select object_id from audit.event where type = ? and object_id = any(?)",
            type.code(),
            objects));
  }

  void eraseDetails(EventType type, String objectId) {
    database.update(
        "update audit.event set detail = null, salt = null where type = ? and object_id = ?",
        type.code(),
        objectId);
  }

  /// Notes where events went; may be repeated, since a database that was killed may have done it
  /// without saying so. Throws when one of them already is somewhere else.
  public void appended(List<Long> sequences, List<Long> indexes) {
    int updated =
        database.update(
            """
            update audit.event e set leaf_index = v.index
            from unnest(?::bigint[], ?::bigint[]) as v (seq, index)
            where e.seq = v.seq and (e.leaf_index is null or e.leaf_index = v.index)
            """,
            sequences,
            indexes);
    if (updated != sequences.size()) {
      throw new IllegalStateException(
          "of " + sequences.size() + " events appended to the log only " + updated + " waited");
    }
  }

  /// The record of the event at a place in the log.
  public Bytes document(long index) {
    return database.get(
        (row, number) -> new Bytes(row.getBytes(1)),
        "select record from audit.event where leaf_index = ?",
        index);
  }

  /// The index after the last one noted.
  public long nextIndex() {
    return database.get(Long.class, "select coalesce(max(leaf_index) + 1, 0) from audit.event");
  }

  public static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("type"),
        row.getObject("actor_id", UUID.class),
        row.getObject("actor_pseudonym", UUID.class),
        row.getString("object_kind"),
        row.getString("object_id"),
        row.getString("object_code"),
        row.getBoolean("refused"),
        row.getString("detail"),
        new Bytes(row.getBytes("salt")),
        new Bytes(row.getBytes("record")),
        new Bytes(row.getBytes("mac")),
        Disclosure.valueOf(row.getString("disclosure")),
        row.getObject("area_id", UUID.class),
        row.getLong("leaf_index"));
  }

  /// An event's place among all, its record, and what shows that this server recorded it.
  public record Recorded(
      long sequence,
      UUID id,
      Bytes record,
      Bytes mac,
      Disclosure disclosure,
      @Nullable UUID actorId,
      @Nullable UUID areaId,
      @Nullable String objectCode,
      @Nullable String detail,
      Bytes salt,
      @Nullable Long index) {
    public boolean isOwn(EventMac key) {
      return Arrays.equals(
          key.of(id, record.array(), disclosure, actorId, areaId, objectCode), mac.array());
    }

    /// The bytes that the log holds of it.
    public byte[] leaf() {
      return Leaf.of(record.array()).canonical();
    }
  }

  /// An event that is in the log.
  public record Row(
      UUID id,
      Instant at,
      String type,
      @Nullable UUID actorId,
      @Nullable UUID pseudonym,
      @Nullable String objectKind,
      @Nullable String objectId,
      @Nullable String objectCode,
      boolean refused,
      @Nullable String detail,
      Bytes salt,
      Bytes record,
      Bytes mac,
      Disclosure disclosure,
      @Nullable UUID areaId,
      long index) {
    /// The bytes that the log holds of it.
    public byte[] leaf() {
      return Leaf.of(record.array()).canonical();
    }
  }
}
