package anbinh.evidence.message;

import anbinh.platform.message.Failure;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of messages. Safe for many threads.
@Component
public class MessageTable {
  private static final String SELECT =
      """
      select id, request_id, camera_id, kind, channel, language, state, attempts, failure,
        queued_at, ended_at
      from evidence.message
      """;

  private final SqlClient database;

  MessageTable(SqlClient database) {
    this.database = database;
  }

  /// @param cipher of the [Content]; null when it has ended
  /// @return whether it is new: there is one reminder of each kind
  boolean insert(Message message, byte @Nullable [] cipher) {
    return database.update(
            """
            insert into evidence.message (id, request_id, camera_id, kind, channel, language,
              content_cipher, state, next_at, queued_at, ended_at)
            values (:id, :requestId, :cameraId, :kind, :channel, :language, :cipher, :state,
              :queuedAt, :queuedAt, :endedAt)
            on conflict do nothing
            """,
            Values.of(message).and("cipher", cipher))
        == 1;
  }

  /// The messages of requests, the newest first.
  public Map<UUID, List<Message>> find(Collection<UUID> requestIds) {
    return database
        .list(
            Message.class,
            SELECT + "where request_id = any (?) order by queued_at desc, id",
            requestIds)
        .stream()
        .collect(Collectors.groupingBy(Message::requestId));
  }

  /// When messages with a link to the owner of a camera were queued, of all requests, the newest
  /// first.
  List<Instant> listLinks(UUID cameraId, Instant since) {
    return database.list(
        Instant.class,
        """
        select queued_at from evidence.message
        where camera_id = ? and kind = 'LINK' and queued_at > ? order by queued_at desc
        """,
        cameraId,
        since);
  }

  /// What waits and is due, the oldest first.
  List<Message> listDue(Instant now) {
    return database.list(
        Message.class,
        SELECT
            + """
            where state = 'WAITING' and next_at <= ?
            order by next_at, id limit 100
            """,
        now);
  }

  /// When the next of those that wait is due.
  Optional<Instant> findNext() {
    return database.find(
        Instant.class, "select min(next_at) from evidence.message where state = 'WAITING'");
  }

  /// The encrypted content of a message that waits.
  Optional<byte[]> findCipher(UUID id) {
    return database.find(
        byte[].class,
        "select content_cipher from evidence.message where id = ? and state = 'WAITING'",
        id);
  }

  /// @return whether it waited until now
  boolean end(UUID id, MessageState state, @Nullable Failure failure, Instant at) {
    return database.update(
            """
            update evidence.message set state = ?, failure = ?, ended_at = ?,
              content_cipher = null, attempts = attempts + ?
            where id = ? and state = 'WAITING'
            """,
            state,
            failure,
            at,
            state == MessageState.CANCELLED ? 0 : 1,
            id)
        == 1;
  }

  void setRetry(UUID id, Failure failure, Instant nextAt) {
    database.update(
        """
        update evidence.message set attempts = attempts + 1, failure = ?, next_at = ?
        where id = ? and state = 'WAITING'
        """,
        failure,
        nextAt,
        id);
  }

  /// Has what waits for an owner be looked at again now.
  void hurry(UUID requestId, UUID cameraId, Instant now) {
    database.update(
        """
        update evidence.message set next_at = ?
        where request_id = ? and camera_id = ? and state = 'WAITING'
        """,
        now,
        requestId,
        cameraId);
  }

  /// An owner whose present link went by a message and who did not answer yet.
  ///
  /// @param sentAt when that message went out
  record Reached(
      UUID requestId,
      UUID cameraId,
      Channel channel,
      Locale language,
      Instant sentAt,
      Instant openUntil,
      boolean remindedOfFootage) {}

  /// Owners whose time to answer ends before an instant and who were not reminded of that end.
  List<Reached> listReached(Instant now, Instant before) {
    return database.list(
        Reached.class,
        """
        select a.request_id, a.camera_id, a.open_until, m.channel, m.language,
          m.ended_at as sent_at,
          exists (select from evidence.message r where r.request_id = a.request_id
            and r.camera_id = a.camera_id and r.kind = 'FOOTAGE_ENDING')
              as reminded_of_footage
        from evidence.owner_request a
        join lateral (
          select channel, language, ended_at from evidence.message
          where request_id = a.request_id and camera_id = a.camera_id and kind = 'LINK'
            and state = 'SENT' and queued_at >= a.link_issued_at
          order by queued_at desc limit 1) m on true
        where a.state = 'OPEN' and a.open_until > ? and a.open_until <= ?
          and not exists (select from evidence.message r where r.request_id = a.request_id
            and r.camera_id = a.camera_id and r.kind = 'LINK_ENDING')
        order by a.open_until limit 500
        """,
        now,
        before);
  }
}
