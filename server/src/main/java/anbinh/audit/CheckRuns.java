package anbinh.audit;

import anbinh.platform.Finding;
import anbinh.platform.OnlyWhenServing;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Checks the log soon after the start and then daily, and keeps what came of it.
@Component
@OnlyWhenServing
class CheckRuns implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CheckRuns.class);
  private static final Duration AFTER_START = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofDays(1);

  private final LogAgainstDatabase check;
  private final JdbcClient database;
  private final InstantSource clock;
  private @Nullable Thread thread;

  CheckRuns(LogAgainstDatabase check, JdbcClient database, InstantSource clock) {
    this.check = check;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("log check").start(this::repeat);
  }

  @Override
  public void stop() {
    Thread worker = thread;
    if (worker != null) {
      worker.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /// Checks now.
  Run run() {
    var findings = new ArrayList<Finding>();
    long size = check.run(findings::add);
    Instant at = clock.instant();
    String first =
        findings.isEmpty()
            ? null
            : findings.getFirst().subject() + ": " + findings.getFirst().what();
    database
        .sql("insert into audit.log_check (at, size, findings, first_finding) values (?, ?, ?, ?)")
        .param(Timestamp.from(at))
        .param(size)
        .param(findings.size())
        .param(first)
        .update();
    for (Finding finding : findings) {
      LOG.error("log check: {}: {}", finding.subject(), finding.what());
    }
    return new Run(at, findings.isEmpty(), size, first);
  }

  Optional<Run> findLast() {
    List<Run> last =
        database
            .sql(
                "select at, size, findings, first_finding from audit.log_check order by at desc limit 1")
            .query((row, number) ->
                new Run(
                    row.getTimestamp(1).toInstant(),
                    row.getInt(3) == 0,
                    row.getLong(2),
                    row.getString(4)))
            .list();
    return last.stream().findFirst();
  }

  private void repeat() {
    try {
      Thread.sleep(AFTER_START);
      while (true) {
        try {
          run();
        } catch (RuntimeException e) {
          LOG.warn("the log could not be checked", e);
        }
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      LOG.debug("no more checks", e);
    }
  }

  /// What came of a check.
  ///
  /// @param size how many entries were checked
  /// @param problem the first finding
  record Run(Instant at, boolean ok, long size, @Nullable String problem) {}
}
