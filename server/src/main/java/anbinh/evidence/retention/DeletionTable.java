package anbinh.evidence.retention;

import anbinh.cases.CaseEnding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of deletions, and what may be deleted. Safe for many threads.
@Component
class DeletionTable {
  private static final String SELECT =
      """
      select request_id, noted_at, end_kind, ended_on, keep_days, event_id from evidence.deletion
      """;

  private final JdbcClient database;

  DeletionTable(JdbcClient database) {
    this.database = database;
  }

  /// The packages of cases that are kept and that nothing holds.
  List<UUID> listFree(Collection<UUID> cases, Instant now) {
    return database
        .sql(
            """
            select r.id from evidence.request r join evidence.extraction x on x.request_id = r.id
            where r.case_id = any (:cases) and x.deleted_at is null
              and not exists (select from evidence.hold h
                where h.request_id = r.id and h.lifting_outcome is distinct from 'CONFIRMED')
              and not exists (select from evidence.handover o
                where o.request_id = r.id and o.state <> 'WITHDRAWN' and o.open_until > :now)
            order by r.id
            """)
        .param("cases", cases.toArray(UUID[]::new))
        .param("now", Timestamp.from(now))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Whether somebody may still confirm or download a hand-over of the package.
  boolean isHandedOver(UUID requestId, Instant now) {
    return database
        .sql(
            """
            select exists (select from evidence.handover
              where request_id = ? and state <> 'WITHDRAWN' and open_until > ?)
            """)
        .params(requestId, Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  void insert(Deletion noted) {
    database
        .sql(
            """
            insert into evidence.deletion (request_id, noted_at, end_kind, ended_on, keep_days)
            values (?, ?, ?, ?, ?)
            """)
        .param(noted.requestId())
        .param(Timestamp.from(noted.notedAt()))
        .param(noted.end().name())
        .param(noted.endedOn())
        .param(noted.keepDays())
        .update();
  }

  Optional<Deletion> find(UUID requestId) {
    return database
        .sql(SELECT + "where request_id = ?")
        .param(requestId)
        .query(DeletionTable::read)
        .optional();
  }

  Optional<Deletion> findForUpdate(UUID requestId) {
    return database
        .sql(SELECT + "where request_id = ? for update")
        .param(requestId)
        .query(DeletionTable::read)
        .optional();
  }

  /// Those that are noted and not certified, oldest first.
  List<UUID> listUncertified() {
    return database
        .sql("select request_id from evidence.deletion where event_id is null order by noted_at")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  void certify(UUID requestId, UUID event) {
    database
        .sql("update evidence.deletion set event_id = ? where request_id = ?")
        .params(event, requestId)
        .update();
  }

  private static Deletion read(ResultSet row, int number) throws SQLException {
    return new Deletion(
        row.getObject("request_id", UUID.class),
        row.getTimestamp("noted_at").toInstant(),
        CaseEnding.EndKind.valueOf(row.getString("end_kind")),
        row.getObject("ended_on", LocalDate.class),
        row.getInt("keep_days"),
        row.getObject("event_id", UUID.class));
  }
}
