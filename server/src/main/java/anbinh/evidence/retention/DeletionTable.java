package anbinh.evidence.retention;

import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The table of deletions, and what may be deleted. Safe for many threads.
@Component
class DeletionTable {
  private static final String SELECT =
      """
      select request_id, noted_at, end_kind as "end", ended_on, keep_days, event_id as event
      from evidence.deletion
      """;

  private final SqlClient database;

  DeletionTable(SqlClient database) {
    this.database = database;
  }

  /// The packages of cases that are kept and that nothing holds.
  List<UUID> listFree(Collection<UUID> cases, Instant now) {
    return database.list(
        UUID.class,
        """
        select r.id from evidence.request r join evidence.extraction x on x.request_id = r.id
        where r.case_id = any (?) and x.deleted_at is null
          and not exists (select from evidence.hold h
            where h.request_id = r.id and h.lifting_outcome is distinct from 'CONFIRMED')
          and not exists (select from evidence.handover o
            where o.request_id = r.id and o.state <> 'WITHDRAWN' and o.open_until > ?)
        order by r.id
        """,
        cases,
        now);
  }

  /// Whether somebody may still confirm or download a hand-over of the package.
  boolean isHandedOver(UUID requestId, Instant now) {
    return database.exists(
        """
        select from evidence.handover
          where request_id = ? and state <> 'WITHDRAWN' and open_until > ?
        """,
        requestId,
        now);
  }

  void insert(Deletion noted) {
    database.update(
        """
        insert into evidence.deletion (request_id, noted_at, end_kind, ended_on, keep_days)
        values (:requestId, :notedAt, :end, :endedOn, :keepDays)
        """,
        noted);
  }

  Optional<Deletion> find(UUID requestId) {
    return database.find(Deletion.class, SELECT + "where request_id = ?", requestId);
  }

  Optional<Deletion> findForUpdate(UUID requestId) {
    return database.find(Deletion.class, SELECT + "where request_id = ? for update", requestId);
  }

  /// Those that are noted and not certified, oldest first.
  List<UUID> listUncertified() {
    return database.list(
        UUID.class,
        "select request_id from evidence.deletion where event_id is null order by noted_at");
  }

  void certify(UUID requestId, UUID event) {
    database.update(
        "update evidence.deletion set event_id = ? where request_id = ?", event, requestId);
  }
}
