package anbinh.standard.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of units that the circular does not cover. Safe for many threads.
@Repository
public class ExemptionTable {
  private static final String PRESENT =
      "select * from standard.exemption where withdrawn_at is null ";

  private final JdbcClient database;

  ExemptionTable(JdbcClient database) {
    this.database = database;
  }

  /// Those that were not taken back, by area.
  public Map<UUID, Exemption> ofYear(int year) {
    Map<UUID, Exemption> found = new HashMap<>();
    database
        .sql(PRESENT + "and year = ?")
        .param(year)
        .query(ExemptionTable::exemption)
        .list()
        .forEach(each -> found.put(each.areaId(), each));
    return found;
  }

  public Optional<Exemption> find(UUID id) {
    return database
        .sql(PRESENT + "and id = ?")
        .param(id)
        .query(ExemptionTable::exemption)
        .optional();
  }

  public Optional<Exemption> find(UUID areaId, int year) {
    return database
        .sql(PRESENT + "and area_id = ? and year = ?")
        .params(areaId, year)
        .query(ExemptionTable::exemption)
        .optional();
  }

  public void insert(Exemption exemption) {
    database
        .sql(
            """
            insert into standard.exemption (id, area_id, year, ground, reason, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(exemption.id())
        .param(exemption.areaId())
        .param(exemption.year())
        .param(exemption.ground().name())
        .param(exemption.reason())
        .param(exemption.by())
        .param(Timestamp.from(exemption.at()))
        .update();
  }

  /// @return whether it was not taken back before
  public boolean withdraw(UUID id, String reason, UUID by, Instant now) {
    return database
            .sql(
                """
                update standard.exemption
                set withdrawn_reason = ?, withdrawn_by = ?, withdrawn_at = ?
                where id = ? and withdrawn_at is null
                """)
            .params(reason, by, Timestamp.from(now), id)
            .update()
        > 0;
  }

  /// Keeps a unit from being registered and exempted at once, until the transaction ends.
  public void lock(UUID areaId, int year) {
    var _ =
        database
            .sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
            .params("standard " + areaId, (long) year)
            .query((row, _) -> "")
            .list();
  }

  private static Exemption exemption(ResultSet row, int number) throws SQLException {
    return new Exemption(
        row.getObject("id", UUID.class),
        row.getObject("area_id", UUID.class),
        row.getInt("year"),
        Exemption.Ground.valueOf(row.getString("ground")),
        row.getString("reason"),
        row.getObject("by_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }
}
