package anbinh.standard.past;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `standard.past_result`; they are only added to. Safe for many threads.
@Repository
class PastResultTable {

  private final SqlClient database;

  PastResultTable(SqlClient database) {
    this.database = database;
  }

  void insert(Collection<PastResult> results, UUID by, Instant now, UUID event) {
    database.batch(
        """
        insert into standard.past_result (id, area_id, year, outcome, decision,
          decided_on, certificate, imported_by, imported_at, imported_event)
        values (:id, :areaId, :year, :outcome, :decision, :decidedOn, :certificate, :by, :now,
          :event)
        """,
        results.stream()
            .map(each -> Values.of(each).and("by", by).and("now", now).and("event", event))
            .toList());
  }

  /// Those of some units, by unit, the last year first.
  ///
  /// @param year null for all years
  List<PastResult> list(Collection<UUID> areas, @Nullable Integer year) {
    return database.list(
        PastResult.class,
        """
        select id, area_id, year, outcome, decision, decided_on, certificate
        from standard.past_result
        where area_id = any (:areas) and (cast(:year as int) is null or year = :year)
        order by area_id, year desc
        """,
        Values.of("areas", areas).and("year", year));
  }

  /// Of some units, those that were assessed here, each with the year.
  Set<String> assessed(Collection<UUID> areas) {
    return new HashSet<>(
        database.list(
            String.class,
            """
            select area_id || ' ' || year from standard.assessment
            where area_id = any (?)
            """,
            areas));
  }
}
