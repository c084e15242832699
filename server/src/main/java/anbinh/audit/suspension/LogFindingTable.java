package anbinh.audit.suspension;

import anbinh.platform.Finding;
import anbinh.platform.FindingArchive;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// What was found of the log that suspends it, each once: `audit.finding`. It is only added to.
@Component
class LogFindingTable implements FindingArchive {
  private final SqlClient database;
  private final InstantSource clock;

  LogFindingTable(SqlClient database, InstantSource clock) {
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
    Instant now = clock.instant();
    for (Finding finding : findings) {
      if (finding.suspends()) {
        database.update(
            """
            insert into audit.finding (subject, what, at) values (?, ?, ?)
            on conflict do nothing
            """,
            finding.subject(),
            finding.what(),
            now);
      }
    }
  }

  /// All that were ever found, the oldest first.
  List<Row> list() {
    return database.list(
        Row.class, "select subject, what, at from audit.finding order by at, subject, what");
  }
}
