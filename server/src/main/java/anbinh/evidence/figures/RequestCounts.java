package anbinh.evidence.figures;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Counts requests and packages by case.
@Component
class RequestCounts {
  private final SqlClient database;

  RequestCounts(SqlClient database) {
    this.database = database;
  }

  /// @param areaId of the case
  record OfCase(UUID caseId, UUID areaId, long requests, long extractions) {}

  /// Those of which some were made, or sealed, from `from` to before `to`.
  List<OfCase> count(Instant from, Instant to, AreaScope scope) {
    return database.list(
        OfCase.class,
        """
        select r.case_id, r.area_id,
          count(*) filter (where r.requested_at >= :from and r.requested_at < :to) as requests,
          count(e.request_id) filter (where e.sealed_at >= :from and e.sealed_at < :to)
            as extractions
        from evidence.request r left join evidence.extraction e on e.request_id = r.id
        where ((r.requested_at >= :from and r.requested_at < :to)
            or (e.sealed_at >= :from and e.sealed_at < :to))
          and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
        group by r.case_id, r.area_id
        """,
        Values.of("from", from).and("to", to).and("areas", scope.areas()));
  }
}
