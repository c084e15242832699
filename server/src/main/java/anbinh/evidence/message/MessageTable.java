package anbinh.evidence.message;

import anbinh.platform.message.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of messages. Safe for many threads.
@Component
public class MessageTable {
  private final JdbcClient database;

  MessageTable(JdbcClient database) {
    this.database = database;
  }

  /// @param cipher of the [Content]; null when it has ended
  /// @return whether it is new: there is one reminder of each kind
  boolean insert(Message message, byte @Nullable [] cipher) {
    return database
            .sql(
                """
                insert into evidence.message (id, request_id, camera_id, kind, channel, language,
                  content_cipher, state, next_at, queued_at, ended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .param(message.id())
            .param(message.requestId())
            .param(message.cameraId())
            .param(message.kind().name())
            .param(message.channel().name())
            .param(message.language().getLanguage())
            .param(cipher)
            .param(message.state().name())
            .param(Timestamp.from(message.queuedAt()))
            .param(Timestamp.from(message.queuedAt()))
            .param(timestamp(message.endedAt()))
            .update()
        == 1;
  }

  /// The messages of requests, the newest first.
  public Map<UUID, List<Message>> find(Collection<UUID> requestIds) {
    return database
        .sql(
            "select * from evidence.message where request_id = any (?) order by queued_at desc, id")
        .param(requestIds.toArray(UUID[]::new))
        .query(MessageTable::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Message::requestId));
  }

  /// When messages with a link to the owner of a camera were queued, of all requests, the newest
  /// first.
  List<Instant> listLinks(UUID cameraId, Instant since) {
    return database
        .sql(
            """
            select queued_at from evidence.message
            where camera_id = ? and kind = 'LINK' and queued_at > ? order by queued_at desc
            """)
        .params(cameraId, Timestamp.from(since))
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .list();
  }

  /// What waits and is due, the oldest first.
  List<Message> listDue(Instant now) {
    return database
        .sql(
            """
            select * from evidence.message where state = 'WAITING' and next_at <= ?
            order by next_at, id limit 100
            """)
        .param(Timestamp.from(now))
        .query(MessageTable::read)
        .list();
  }

  /// When the next of those that wait is due.
  Optional<Instant> findNext() {
    return database
        .sql("select min(next_at) from evidence.message where state = 'WAITING'")
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  /// The encrypted content of a message that waits.
  Optional<byte[]> findCipher(UUID id) {
    return database
        .sql("select content_cipher from evidence.message where id = ? and state = 'WAITING'")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /// @return whether it waited until now
  boolean end(UUID id, MessageState state, @Nullable Failure failure, Instant at) {
    return database
            .sql(
                """
                update evidence.message set state = ?, failure = ?, ended_at = ?,
                  content_cipher = null, attempts = attempts + ?
                where id = ? and state = 'WAITING'
                """)
            .param(state.name())
            .param(failure == null ? null : failure.name())
            .param(Timestamp.from(at))
            .param(state == MessageState.CANCELLED ? 0 : 1)
            .param(id)
            .update()
        == 1;
  }

  void setRetry(UUID id, Failure failure, Instant nextAt) {
    database
        .sql(
            """
            update evidence.message set attempts = attempts + 1, failure = ?, next_at = ?
            where id = ? and state = 'WAITING'
            """)
        .params(failure.name(), Timestamp.from(nextAt), id)
        .update();
  }

  /// Has what waits for an owner be looked at again now.
  void hurry(UUID requestId, UUID cameraId, Instant now) {
    database
        .sql(
            """
            update evidence.message set next_at = ?
            where request_id = ? and camera_id = ? and state = 'WAITING'
            """)
        .params(Timestamp.from(now), requestId, cameraId)
        .update();
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
    return database
        .sql(
            """
            select a.request_id, a.camera_id, a.open_until, m.channel, m.language, m.ended_at,
              exists (select from evidence.message r where r.request_id = a.request_id
                and r.camera_id = a.camera_id and r.kind = 'FOOTAGE_ENDING') as reminded
            from evidence.ask a
            join lateral (
              select channel, language, ended_at from evidence.message
              where request_id = a.request_id and camera_id = a.camera_id and kind = 'LINK'
                and state = 'SENT' and queued_at >= a.link_issued_at
              order by queued_at desc limit 1) m on true
            where a.state = 'OPEN' and a.open_until > :now and a.open_until <= :before
              and not exists (select from evidence.message r where r.request_id = a.request_id
                and r.camera_id = a.camera_id and r.kind = 'LINK_ENDING')
            order by a.open_until limit 500
            """)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(before))
        .query((row, number) ->
            new Reached(
                row.getObject("request_id", UUID.class),
                row.getObject("camera_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("ended_at").toInstant(),
                row.getTimestamp("open_until").toInstant(),
                row.getBoolean("reminded")))
        .list();
  }

  private static Message read(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    String failure = row.getString("failure");
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getObject("camera_id", UUID.class),
        MessageKind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        Locale.forLanguageTag(row.getString("language")),
        MessageState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        failure == null ? null : Failure.valueOf(failure),
        row.getTimestamp("queued_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
