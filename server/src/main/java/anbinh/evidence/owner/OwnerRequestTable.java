package anbinh.evidence.owner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of asks. Safe for many threads.
@Component
public class OwnerRequestTable {
  private static final String SELECT =
      """
      select a.request_id, a.camera_id, a.state, a.opened_at, a.open_until, a.link_issued_at,
        a.seen_at, a.ended_at, a.reason, a.recorder_at, a.true_at, a.taken_at
      from evidence.ask a
      """;

  private final JdbcClient database;

  OwnerRequestTable(JdbcClient database) {
    this.database = database;
  }

  void insert(OwnerRequest ask) {
    database
        .sql(
            """
            insert into evidence.ask (request_id, camera_id, state, opened_at, open_until, ended_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(ask.requestId())
        .param(ask.cameraId())
        .param(ask.state().name())
        .param(Timestamp.from(ask.openedAt()))
        .param(Timestamp.from(ask.openUntil()))
        .param(timestamp(ask.endedAt()))
        .update();
  }

  /// The asks of requests, in the order in which their cameras were named.
  public Map<UUID, List<OwnerRequest>> find(Collection<UUID> requestIds) {
    return database
        .sql(
            SELECT
                + """
                join evidence.request_camera c
                  on c.request_id = a.request_id and c.camera_id = a.camera_id
                where a.request_id = any (?) order by a.request_id, c.ordinal
                """)
        .param(requestIds.toArray(UUID[]::new))
        .query(OwnerRequestTable::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(OwnerRequest::requestId));
  }

  public List<OwnerRequest> list(UUID requestId) {
    return find(List.of(requestId)).getOrDefault(requestId, List.of());
  }

  /// The ask, which nobody else changes until the transaction ends.
  Optional<OwnerRequest> findForUpdate(UUID requestId, UUID cameraId) {
    return database
        .sql(SELECT + "where a.request_id = ? and a.camera_id = ? for update")
        .params(requestId, cameraId)
        .query(OwnerRequestTable::read)
        .optional();
  }

  Optional<OwnerRequest> findByLink(LinkSecret link) {
    return database
        .sql(SELECT + "where a.link_hash = ?")
        .param(link.hash())
        .query(OwnerRequestTable::read)
        .optional();
  }

  /// What was given and taken since, by the link by which it was given.
  Optional<OwnerRequest> findTaken(LinkSecret link, Instant since) {
    return database
        .sql(SELECT + "where a.receipt_hash = ? and a.taken_at > ?")
        .params(link.hash(), Timestamp.from(since))
        .query(OwnerRequestTable::read)
        .optional();
  }

  void forgetLinksOfTaken(Instant before) {
    database
        .sql(
            """
            update evidence.ask set receipt_hash = null
            where receipt_hash is not null and taken_at <= ?
            """)
        .param(Timestamp.from(before))
        .update();
  }

  /// Asks for a camera that are open or can still be taken back.
  List<OwnerRequest> listUnsettled(UUID cameraId) {
    return database
        .sql(SELECT + "where a.camera_id = ? and a.state in ('OPEN', 'GIVEN')")
        .param(cameraId)
        .query(OwnerRequestTable::read)
        .list();
  }

  /// Open asks whose time has run out.
  List<OwnerRequest> listOverdue(Instant now) {
    return database
        .sql(
            SELECT + "where a.state = 'OPEN' and a.open_until <= ? order by a.open_until limit 500")
        .param(Timestamp.from(now))
        .query(OwnerRequestTable::read)
        .list();
  }

  /// Puts a link in the place of the one there was, or none.
  void setLink(OwnerRequest ask, @Nullable LinkSecret link, @Nullable Instant at) {
    database
        .sql(
            """
            update evidence.ask set link_hash = ?, link_issued_at = ?, seen_at = null
            where request_id = ? and camera_id = ?
            """)
        .param(link == null ? null : link.hash())
        .param(timestamp(at))
        .param(ask.requestId())
        .param(ask.cameraId())
        .update();
  }

  /// @return whether nobody had opened the page of the present link before
  boolean setSeen(OwnerRequest ask, Instant at) {
    return database
            .sql(
                """
                update evidence.ask set seen_at = ?
                where request_id = ? and camera_id = ? and state = 'OPEN'
                  and link_hash is not null and seen_at is null
                """)
            .params(Timestamp.from(at), ask.requestId(), ask.cameraId())
            .update()
        == 1;
  }

  void setClock(OwnerRequest ask, OwnerRequest.RecorderClock clock) {
    database
        .sql(
            """
            update evidence.ask set recorder_at = ?, true_at = ?
            where request_id = ? and camera_id = ?
            """)
        .params(
            Timestamp.from(clock.shown()),
            Timestamp.from(clock.at()),
            ask.requestId(),
            ask.cameraId())
        .update();
  }

  /// The link stays: by it the owner may take back what was given.
  void give(OwnerRequest ask, Instant at) {
    database
        .sql(
            """
            update evidence.ask set state = 'GIVEN', ended_at = ?
            where request_id = ? and camera_id = ?
            """)
        .params(Timestamp.from(at), ask.requestId(), ask.cameraId())
        .update();
  }

  /// From now on the link is good for the receipt alone.
  void take(OwnerRequest ask, Instant at) {
    database
        .sql(
            """
            update evidence.ask set taken_at = ?, receipt_hash = link_hash, link_hash = null,
              link_issued_at = null, seen_at = null
            where request_id = ? and camera_id = ?
            """)
        .params(Timestamp.from(at), ask.requestId(), ask.cameraId())
        .update();
  }

  void end(OwnerRequest ask, OwnerRequestState state, @Nullable String reason, Instant at) {
    database
        .sql(
            """
            update evidence.ask set state = ?, ended_at = ?, reason = ?, link_hash = null,
              link_issued_at = null, seen_at = null
            where request_id = ? and camera_id = ?
            """)
        .param(state.name())
        .param(Timestamp.from(at))
        .param(reason)
        .param(ask.requestId())
        .param(ask.cameraId())
        .update();
  }

  private static OwnerRequest read(ResultSet row, int number) throws SQLException {
    return new OwnerRequest(
        row.getObject("request_id", UUID.class),
        row.getObject("camera_id", UUID.class),
        OwnerRequestState.valueOf(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("open_until").toInstant(),
        instant(row, "link_issued_at"),
        instant(row, "seen_at"),
        instant(row, "ended_at"),
        row.getString("reason"),
        clock(row),
        instant(row, "taken_at"));
  }

  private static OwnerRequest.@Nullable RecorderClock clock(ResultSet row) throws SQLException {
    Instant shown = instant(row, "recorder_at");
    Instant at = instant(row, "true_at");
    return shown == null || at == null ? null : new OwnerRequest.RecorderClock(shown, at);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
