package anbinh.evidence.owner;

import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of asks. Safe for many threads.
@Component
public class OwnerRequestTable {
  private static final String SELECT =
      """
      select a.request_id, a.camera_id, a.state, a.opened_at, a.open_until, a.link_issued_at,
        a.seen_at, a.ended_at, a.reason, a.recorder_at as "clock.shown", a.true_at as "clock.at",
        a.taken_at
      from evidence.owner_request a
      """;

  private final SqlClient database;

  OwnerRequestTable(SqlClient database) {
    this.database = database;
  }

  void insert(OwnerRequest ask) {
    database.update(
        """
        insert into evidence.owner_request (request_id, camera_id, state, opened_at, open_until,
        ended_at)
        values (:requestId, :cameraId, :state, :openedAt, :openUntil, :endedAt)
        """,
        ask);
  }

  /// The asks of requests, in the order in which their cameras were named.
  public Map<UUID, List<OwnerRequest>> find(Collection<UUID> requestIds) {
    return database.groups(
        UUID.class,
        OwnerRequest.class,
        SELECT
            + """
            join evidence.request_camera c
              on c.request_id = a.request_id and c.camera_id = a.camera_id
            where a.request_id = any (?) order by a.request_id, c.ordinal
            """,
        requestIds);
  }

  public List<OwnerRequest> list(UUID requestId) {
    return find(List.of(requestId)).getOrDefault(requestId, List.of());
  }

  /// The ask, which nobody else changes until the transaction ends.
  Optional<OwnerRequest> findForUpdate(UUID requestId, UUID cameraId) {
    return database.find(
        OwnerRequest.class,
        SELECT + "where a.request_id = ? and a.camera_id = ? for update",
        requestId,
        cameraId);
  }

  Optional<OwnerRequest> findByLink(LinkSecret link) {
    return database.find(OwnerRequest.class, SELECT + "where a.link_hash = ?", link.hash());
  }

  /// What was given and taken since, by the link by which it was given.
  Optional<OwnerRequest> findTaken(LinkSecret link, Instant since) {
    return database.find(
        OwnerRequest.class,
        SELECT + "where a.receipt_hash = ? and a.taken_at > ?",
        link.hash(),
        since);
  }

  void forgetLinksOfTaken(Instant before) {
    database.update(
        """
        update evidence.owner_request set receipt_hash = null
        where receipt_hash is not null and taken_at <= ?
        """,
        before);
  }

  /// Asks for a camera that are open or can still be taken back.
  List<OwnerRequest> listUnsettled(UUID cameraId) {
    return database.list(
        OwnerRequest.class,
        SELECT + "where a.camera_id = ? and a.state in ('OPEN', 'GIVEN')",
        cameraId);
  }

  /// Open asks whose time has run out.
  List<OwnerRequest> listOverdue(Instant now) {
    return database.list(
        OwnerRequest.class,
        SELECT + "where a.state = 'OPEN' and a.open_until <= ? order by a.open_until limit 500",
        now);
  }

  /// Puts a link in the place of the one there was, or none.
  void setLink(OwnerRequest ask, @Nullable LinkSecret link, @Nullable Instant at) {
    database.update(
        """
        update evidence.owner_request set link_hash = ?, link_issued_at = ?, seen_at = null
        where request_id = ? and camera_id = ?
        """,
        link == null ? null : link.hash(),
        at,
        ask.requestId(),
        ask.cameraId());
  }

  /// @return whether nobody had opened the page of the present link before
  boolean setSeen(OwnerRequest ask, Instant at) {
    return database.update(
            """
            update evidence.owner_request set seen_at = ?
            where request_id = ? and camera_id = ? and state = 'OPEN'
              and link_hash is not null and seen_at is null
            """,
            at,
            ask.requestId(),
            ask.cameraId())
        == 1;
  }

  void setClock(OwnerRequest ask, OwnerRequest.RecorderClock clock) {
    database.update(
        """
        update evidence.owner_request set recorder_at = ?, true_at = ?
        where request_id = ? and camera_id = ?
        """,
        clock.shown(),
        clock.at(),
        ask.requestId(),
        ask.cameraId());
  }

  /// The link stays: by it the owner may take back what was given.
  void give(OwnerRequest ask, Instant at) {
    database.update(
        """
        update evidence.owner_request set state = 'GIVEN', ended_at = ?
        where request_id = ? and camera_id = ?
        """,
        at,
        ask.requestId(),
        ask.cameraId());
  }

  /// From now on the link is good for the receipt alone.
  void take(OwnerRequest ask, Instant at) {
    database.update(
        """
        update evidence.owner_request set taken_at = ?, receipt_hash = link_hash, link_hash = null,
          link_issued_at = null, seen_at = null
        where request_id = ? and camera_id = ?
        """,
        at,
        ask.requestId(),
        ask.cameraId());
  }

  void end(OwnerRequest ask, OwnerRequestState state, @Nullable String reason, Instant at) {
    database.update(
        """
        update evidence.owner_request set state = ?, ended_at = ?, reason = ?, link_hash = null,
          link_issued_at = null, seen_at = null
        where request_id = ? and camera_id = ?
        """,
        state,
        at,
        reason,
        ask.requestId(),
        ask.cameraId());
  }
}
