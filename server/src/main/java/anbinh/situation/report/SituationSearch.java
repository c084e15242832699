package anbinh.situation.report;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Finds reports of a commune by what stands outside their content, and never one that is guarded.
/// Safe for many threads.
@Repository
public class SituationSearch {
  private final SqlClient database;

  SituationSearch(SqlClient database) {
    this.database = database;
  }

  /// Counts a search under an emergency access.
  ///
  /// @return false where there were as many before
  public boolean count(UUID emergency, int most) {
    return database.update(
            """
            insert into situation.emergency_search as e (emergency_id, searches)
            values (?, 1)
            on conflict (emergency_id) do update set searches = e.searches + 1
            where e.searches < ?
            """,
            emergency,
            most)
        > 0;
  }

  /// @param from the beginning of the day on which it happened or came in; null for any
  /// @param to its end
  public record Sought(
      UUID communeId,
      @Nullable String code,
      @Nullable String kind,
      @Nullable UUID villageId,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /// @param readers the accounts of who seeks, who is shown nothing that they have a part in
  public List<Situation> seek(Sought sought, Set<UUID> readers, int rows) {
    return database.list(
        Situation.class,
        SituationTable.COLUMNS
            + """
            where commune_id = :communeId and not guarded and erased_at is null
              and not exists (select from situation.conflict c
                where c.situation_id = situation.id and c.person_id = any (:readers))
              and (cast(:code as text) is null or code = :code)
              and (cast(:kind as text) is null or kind = :kind)
              and (cast(:villageId as uuid) is null or village_id = :villageId)
              and (cast(:from as timestamptz) is null
                or (received_at >= :from and received_at < :to)
                or (happened_at >= :from and happened_at < :to))
            order by received_at desc, id desc limit :rows
            """,
        Values.of(sought).and("readers", readers).and("rows", rows));
  }
}
