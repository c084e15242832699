package anbinh.oversight.transparency;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.seal.figures.CountOf;
import anbinh.seal.figures.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes the figures after the end of each day: counts what the log got since the last
/// publication, and records the counts as an entry of the log in the same transaction.
@Component
@OnlyWhenServing
class Publishing extends PollingWorker {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

  /// What happened before midnight is in the log by then.
  private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(5);

  private final PublicationTable table;
  private final Counting counting;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final SiteClock clock;

  Publishing(
      PublicationTable table,
      Counting counting,
      AuditLog log,
      TransactionTemplate transactions,
      SiteClock clock) {
    super("publishing", LOOK_EVERY);
    this.table = table;
    this.counting = counting;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Duration round() {
    publish(clock.now().minus(AFTER_MIDNIGHT).atZone(clock.zone()).toLocalDate().minusDays(1));
    return LOOK_EVERY;
  }

  /// Publishes each day through one that was not published yet.
  void publish(LocalDate through) {
    LocalDate day = next().orElse(LocalDate.MAX);
    while (!day.isAfter(through)) {
      LocalDate one = day;
      transactions.executeWithoutResult(_ -> publishHere(one));
      day = day.plusDays(1);
    }
  }

  /// The first day that was not published; none where there is nothing to count.
  private Optional<LocalDate> next() {
    return table
        .findLast()
        .map(last -> last.through().plusDays(1))
        .or(() ->
            log.listFrom(0, CountOf.TYPES, 1).stream()
                .findFirst()
                .map(entry -> entry.at().atZone(clock.zone()).toLocalDate()));
  }

  private void publishHere(LocalDate through) {
    Optional<Publication> last = table.findLast();
    long from = last.map(Publication::toIndex).orElse(0L);
    long head = log.nextIndex();
    Instant end = through.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    long to = log.findIndexSince(from, end).orElse(head);
    if (to == from) {
      return;
    }
    LocalDate first = last.map(each -> each.through().plusDays(1)).orElse(LocalDate.MIN);
    Map<LocalDate, Map<CountOf, Long>> counts = counting.count(from, to, first);
    Instant now = clock.now();
    UUID event =
        log.record(
            Event.of(PageEvent.PUBLISHED)
                .about("figures", through, null)
                .fact("through", through.toString())
                .fact("from", from)
                .fact("to", to)
                .fact("days", Counts.json(counts, true))
                .fact("closed", Counts.json(counts, false)));
    table.insert(new Publication(through, from, to, now, event), counts);
  }
}
