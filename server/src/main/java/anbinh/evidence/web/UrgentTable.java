package anbinh.evidence.web;

import anbinh.evidence.collect.footage.DiscardCause;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What became of urgent requests, for who watches over them. Safe for many threads.
@Component
class UrgentTable {
  private final JdbcClient database;

  UrgentTable(JdbcClient database) {
    this.database = database;
  }

  /// @param discardEvent of the entry in the log that certifies the deletion
  record Row(
      UUID id,
      String code,
      StateName state,
      UrgentReason reason,
      UUID markedBy,
      Instant markedAt,
      Instant ratifyBy,
      @Nullable UUID decidedBy,
      @Nullable Instant securedAt,
      @Nullable DiscardCause discardCause,
      @Nullable Instant discardedAt,
      @Nullable UUID discardEvent) {}

  /// How one person used the urgent way.
  ///
  /// @param requests that the person made or marked, urgent or not
  record Count(UUID person, long requests, long marked, long ratified, long refused, long lapsed) {}

  /// Requests that were marked urgent, newest first.
  ///
  /// @param before only those made before this one; null for the first page
  List<Row> list(AreaScope scope, @Nullable UUID before, int rows) {
    return database
        .sql(
            """
            select r.id, r.code, r.state, r.urgent_reason, r.urgent_by, r.urgent_at, r.expires_at,
              r.decided_by, s.secured_at, s.discard_cause, s.discarded_at, s.discard_event
            from evidence.request r left join evidence.secured s on s.request_id = r.id
            where r.urgent_at is not null
              and (cast(:before as uuid) is null or r.id < :before)
              and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
            order by r.id desc limit :rows
            """)
        .param("before", before)
        .param("areas", areas(scope))
        .param("rows", rows)
        .query(UrgentTable::row)
        .list();
  }

  /// By person, who marked most first.
  List<Count> count(Instant since, AreaScope scope) {
    return database
        .sql(
            """
            select m.person, m.marked, m.ratified, m.refused, m.lapsed, (
                select count(*) from evidence.request r
                where r.requested_at >= :since
                  and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
                  and (r.requested_by = m.person or r.urgent_by = m.person)) as requests
            from (
              select urgent_by as person, count(*) as marked,
                count(*) filter (where decision in ('APPROVE', 'APPROVE_LESS')) as ratified,
                count(*) filter (where state = 'REFUSED') as refused,
                count(*) filter (where state = 'EXPIRED') as lapsed
              from evidence.request
              where urgent_at >= :since
                and (cast(:areas as uuid[]) is null or area_id = any (:areas))
              group by urgent_by) m
            order by m.marked desc, m.person limit 500
            """)
        .param("since", Timestamp.from(since))
        .param("areas", areas(scope))
        .query((row, number) ->
            new Count(
                row.getObject("person", UUID.class),
                row.getLong("requests"),
                row.getLong("marked"),
                row.getLong("ratified"),
                row.getLong("refused"),
                row.getLong("lapsed")))
        .list();
  }

  private static UUID @Nullable [] areas(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    String cause = row.getString("discard_cause");
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("code"),
        StateName.valueOf(row.getString("state")),
        UrgentReason.valueOf(row.getString("urgent_reason")),
        row.getObject("urgent_by", UUID.class),
        row.getTimestamp("urgent_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getObject("decided_by", UUID.class),
        instant(row.getTimestamp("secured_at")),
        cause == null ? null : DiscardCause.valueOf(cause),
        instant(row.getTimestamp("discarded_at")),
        row.getObject("discard_event", UUID.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
