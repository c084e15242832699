package anbinh.audit.log;

import anbinh.audit.folder.LogFolder;
import anbinh.audit.suspension.AcceptedFindings;
import anbinh.audit.suspension.Suspension;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Findings;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingThread;
import anbinh.platform.sql.SqlClient;
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
import org.springframework.stereotype.Component;

/// Checks the log, and keeps what came of it. At the start all heads that are kept anywhere are
/// held against it before anything is signed; soon after that everything is checked, and then
/// daily. What was found, by the server or by a command beside it, suspends the log ([Suspension]).
///
/// What would suspend it is looked at twice, since the log grows while it is read.
@Component
@OnlyWhenServing
public class CheckRuns implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CheckRuns.class);
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final HeadsAgainstLog heads;
  private final List<ConsistencyCheck> all;
  private final Suspension suspension;
  private final LogFolder folder;
  private final SqlClient database;
  private final InstantSource clock;
  private final PollingThread thread = new PollingThread("log check", AGAIN);

  /// When everything is checked next; null until the kept heads were held against the log.
  private @Nullable Instant due;

  CheckRuns(
      LogAgainstDatabase entries,
      HeadsAgainstLog heads,
      AcceptedFindings accepted,
      Suspension suspension,
      LogFolder folder,
      SqlClient database,
      InstantSource clock) {
    this.heads = heads;
    this.all = List.of(entries, heads, accepted);
    this.suspension = suspension;
    this.folder = folder;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void start() {
    due = null;
    thread.start(this::work);
  }

  @Override
  public void stop() {
    thread.stop(Duration.ZERO);
  }

  @Override
  public boolean isRunning() {
    return thread.isWanted();
  }

  /// Checks now.
  public Run run() {
    long size = 0;
    long count = 0;
    String first = null;
    List<Finding> suspending = new ArrayList<>();
    for (ConsistencyCheck check : all) {
      var findings = new Findings();
      long looked = check.run(findings);
      size = check instanceof LogAgainstDatabase ? looked : size;
      count += findings.count();
      for (Finding finding : findings.first()) {
        LOG.error("log check: {}: {}", finding.subject(), finding.what());
        first = first == null ? finding.subject() + ": " + finding.what() : first;
      }
      suspending.addAll(Finding.confirmed(findings.suspending(), check));
    }
    Instant at = clock.instant();
    database.update(
        "insert into audit.log_check (at, size, findings, first_finding) values (?, ?, ?, ?)",
        at,
        size,
        Math.toIntExact(count),
        first);
    suspension.report(suspending);
    return new Run(at, count == 0, size, first);
  }

  Optional<Run> findLast() {
    return database.find(
        Run.class,
        """
        select at, findings = 0 as ok, size, first_finding as problem
        from audit.log_check order by at desc limit 1
        """);
  }

  private Duration work() {
    if (due == null) {
      if (checkHeads()) {
        due = clock.instant().plus(folder.firstCheck());
      }
      return AGAIN;
    }
    suspension.refresh();
    if (!clock.instant().isBefore(due)) {
      due = clock.instant().plus(BETWEEN);
      run();
    }
    return AGAIN;
  }

  /// Whether it could be done.
  private boolean checkHeads() {
    try {
      long begun = System.nanoTime();
      var findings = new Findings();
      long compared = heads.run(findings);
      suspension.report(Finding.confirmed(findings.suspending(), heads));
      suspension.startChecked();
      LOG.info(
          "{} kept heads were held against the log in {} ms",
          compared,
          Duration.ofNanos(System.nanoTime() - begun).toMillis());
      return true;
    } catch (RuntimeException e) {
      if (!isRunning()) {
        return false;
      }
      LOG.warn("the kept heads could not be held against the log; nothing is signed yet", e);
      suspension.startNotChecked("the check of the start could not be done: " + e.getMessage());
      return false;
    }
  }

  /// What came of a check.
  ///
  /// @param size how many entries were checked
  /// @param problem the first finding
  public record Run(Instant at, boolean ok, long size, @Nullable String problem) {}
}
