package anbinh.oversight.finding;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.LoggedEvent;
import anbinh.oversight.OversightSettings;
import anbinh.oversight.access.CaseBook;
import anbinh.oversight.access.FootageAccessTable;
import anbinh.oversight.access.FootageAccesses;
import anbinh.oversight.access.Seen;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.sql.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the log as it grows and lets the rules judge each entry once: the place up to which it was
/// read is kept in the transaction of what was drawn from it, so a kill repeats and loses nothing.
@Component
@OnlyWhenServing
class LogWatch extends PollingWorker {
  private static final int BATCH = 500;
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final Duration TIDY_EVERY = Duration.ofHours(6);

  /// The place is not written anew for what the rules do not read, until it is so many entries.
  private static final int IDLE = 1_000;

  private static final Set<String> TYPES = types();

  private final AuditLog log;
  private final FootageAccesses looks;
  private final FootageAccessTable table;
  private final RuleEngine judge;
  private final Findings findings;
  private final HomeWatch homes;
  private final OversightSettings settings;
  private final SqlClient database;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  /// Of the thread.
  private Instant tidyAt = Instant.EPOCH;

  LogWatch(
      AuditLog log,
      FootageAccesses looks,
      FootageAccessTable table,
      RuleEngine judge,
      Findings findings,
      HomeWatch homes,
      OversightSettings settings,
      SqlClient database,
      TransactionTemplate transactions,
      InstantSource clock) {
    super("oversight", BETWEEN);
    this.log = log;
    this.looks = looks;
    this.table = table;
    this.judge = judge;
    this.findings = findings;
    this.homes = homes;
    this.settings = settings;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = readOn();
    }
    Instant now = clock.instant();
    if (!now.isBefore(tidyAt)) {
      homes.judge(now);
      table.forget(now.minus(settings.keep()));
      tidyAt = now.plus(TIDY_EVERY);
    }
    return BETWEEN;
  }

  /// Reads a part of what is new in the log.
  ///
  /// @return whether there may be more
  boolean readOn() {
    return Boolean.TRUE.equals(transactions.execute(_ -> readHere()));
  }

  private boolean readHere() {
    long next = position();
    long head = log.nextIndex();
    List<LoggedEvent> entries = log.listFrom(next, TYPES, BATCH);
    Instant oldest = clock.instant().minus(settings.keep());
    take(entries, oldest);
    boolean more = entries.size() == BATCH;
    long reached = more ? entries.getLast().index() + 1 : head;
    if (!entries.isEmpty() || reached - next > IDLE) {
      database.update(
          "update oversight.position set next_index = ? where reader = 'findings'", reached);
    }
    return more;
  }

  private long position() {
    database.update("insert into oversight.position values ('findings', 0) on conflict do nothing");
    return database.get(
        Long.class,
        "select next_index from oversight.position where reader = 'findings' for update");
  }

  /// Judges entries in the caller's transaction.
  ///
  /// @param oldest what was looked at before is not judged any more
  void take(List<LoggedEvent> entries, Instant oldest) {
    entries.forEach(entry -> take(entry, oldest));
  }

  private void take(LoggedEvent entry, Instant oldest) {
    looks.note(entry);
    if (entry.at().isBefore(oldest)) {
      return;
    }
    looks.take(entry).map(judge::judge).ifPresent(found -> found.forEach(findings::take));
    judge.judgeDay(entry).ifPresent(findings::take);
    judge.judgeEmergency(entry).ifPresent(findings::take);
    judge.judgeSearch(entry).ifPresent(findings::take);
  }

  private static Set<String> types() {
    Set<String> types = new HashSet<>(Seen.TYPES);
    types.addAll(CaseBook.TYPES);
    types.addAll(RuleEngine.TYPES);
    return Set.copyOf(types);
  }
}
