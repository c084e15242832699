package anbinh.platform.indicator;

import anbinh.platform.sql.SqlClient;
import java.util.Map;
import org.springframework.stereotype.Repository;

/// How often what features count was changed. Safe for many threads.
@Repository
public class RecordChanges {
  /// So many rows of a feature are left as they are.
  private static final int MAX_ROWS = 1_000;

  private final SqlClient database;

  RecordChanges(SqlClient database) {
    this.database = database;
  }

  /// By feature, as the transaction sees it: while a number is the same, so are the feature's
  /// records.
  public Map<String, Long> list() {
    return database.map(
        String.class,
        Long.class,
        """
        select feature, cast(sum(changes) as bigint)
        from platform.record_change group by feature
        """);
  }

  /// Makes the rows of each feature that has many of them one.
  ///
  /// @return of how many features
  int compact() {
    return database.update(
        """
        with gone as (
          delete from platform.record_change where feature in (
            select feature from platform.record_change group by feature having count(*) > ?)
          returning feature, changes)
        insert into platform.record_change (feature, changes)
        select feature, sum(changes) from gone group by feature
        """,
        MAX_ROWS);
  }
}
