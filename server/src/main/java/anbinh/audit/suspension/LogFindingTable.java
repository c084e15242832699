package anbinh.audit.suspension;

import anbinh.platform.Finding;
import anbinh.platform.FindingArchive;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was found of the log that suspends it, each once: `audit.finding`. It is only added to.
@Component
class LogFindingTable implements FindingArchive {
  private final JdbcClient database;
  private final InstantSource clock;

  LogFindingTable(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param at when it was found first
  record Row(String subject, String what, Instant at) {
    Finding finding() {
      return new Finding(subject, what, true);
    }
  }

  @Override
  public void keep(Collection<Finding> findings) {
    Timestamp now = Timestamp.from(clock.instant());
    for (Finding finding : findings) {
      if (finding.suspends()) {
        database
            .sql(
                """
                insert into audit.finding (subject, what, at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(finding.subject(), finding.what(), now)
            .update();
      }
    }
  }

  /// All that were ever found, the oldest first.
  List<Row> list() {
    return database
        .sql("select subject, what, at from audit.finding order by at, subject, what")
        .query((row, number) ->
            new Row(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
        .list();
  }
}
