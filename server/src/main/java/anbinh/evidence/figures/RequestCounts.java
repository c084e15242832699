package anbinh.evidence.figures;

import anbinh.identity.AreaScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts requests and packages by case.
@Component
class RequestCounts {
  private final JdbcClient database;

  RequestCounts(JdbcClient database) {
    this.database = database;
  }

  /// @param areaId of the case
  record OfCase(UUID caseId, UUID areaId, long requests, long extractions) {}

  /// Those of which some were made, or sealed, from `from` to before `to`.
  List<OfCase> count(Instant from, Instant to, AreaScope scope) {
    UUID @Nullable [] areas =
        switch (scope) {
          case AreaScope.Everywhere _ -> null;
          case AreaScope.Within within -> within.areas().toArray(UUID[]::new);
        };
    return database
        .sql(
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
            """)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("areas", areas)
        .query((row, number) ->
            new OfCase(
                row.getObject("case_id", UUID.class),
                row.getObject("area_id", UUID.class),
                row.getLong("requests"),
                row.getLong("extractions")))
        .list();
  }
}
