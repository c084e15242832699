package anbinh.standard.assessment;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of units that the circular does not cover. Safe for many threads.
@Repository
public class ExemptionTable {
  private static final String PRESENT =
      "select *, by_id as by from standard.exemption where withdrawn_at is null ";

  private final SqlClient database;

  ExemptionTable(SqlClient database) {
    this.database = database;
  }

  /// Those that were not taken back, by area.
  public Map<UUID, Exemption> ofYear(int year) {
    Map<UUID, Exemption> found = new HashMap<>();
    database
        .list(Exemption.class, PRESENT + "and year = ?", year)
        .forEach(each -> found.put(each.areaId(), each));
    return found;
  }

  public Optional<Exemption> find(UUID id) {
    return database.find(Exemption.class, PRESENT + "and id = ?", id);
  }

  public Optional<Exemption> find(UUID areaId, int year) {
    return database.find(Exemption.class, PRESENT + "and area_id = ? and year = ?", areaId, year);
  }

  public void insert(Exemption exemption) {
    database.update(
        """
        insert into standard.exemption (id, area_id, year, ground, reason, by_id, at)
        values (:id, :areaId, :year, :ground, :reason, :by, :at)
        """,
        Values.of(exemption));
  }

  /// @return whether it was not taken back before
  public boolean withdraw(UUID id, String reason, UUID by, Instant now) {
    return database.update(
            """
            update standard.exemption
            set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ?
            where id = ? and withdrawn_at is null
            """,
            reason,
            by,
            now,
            id)
        > 0;
  }

  /// Keeps a unit from being registered and exempted at once, until the transaction ends.
  public void lock(UUID areaId, int year) {
    var _ =
        database.list(
            String.class,
            "select pg_advisory_xact_lock(hashtextextended(?, ?))",
            "standard " + areaId,
            (long) year);
  }
}
