package anbinh.evidence.web;

import anbinh.evidence.collect.footage.DiscardCause;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What became of urgent requests, for who watches over them. Safe for many threads.
@Component
class UrgentTable {
  private final SqlClient database;

  UrgentTable(SqlClient database) {
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
    return database.list(
        Row.class,
        """
        select r.id, r.code, r.state, r.urgent_reason as reason, r.urgent_by as marked_by,
          r.urgent_at as marked_at, r.expires_at as ratify_by, r.decided_by, s.secured_at,
          s.discard_cause, s.discarded_at, s.discard_event
        from evidence.request r left join evidence.secured_footage s on s.request_id = r.id
        where r.urgent_at is not null
          and (cast(:before as uuid) is null or r.id < :before)
          and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
        order by r.id desc limit :rows
        """,
        Values.of("before", before).and("areas", scope.areas()).and("rows", rows));
  }

  /// By person, who marked most first.
  List<Count> count(Instant since, AreaScope scope) {
    return database.list(
        Count.class,
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
        """,
        Values.of("since", since).and("areas", scope.areas()));
  }
}
