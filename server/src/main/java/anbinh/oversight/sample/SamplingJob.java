package anbinh.oversight.sample;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.LoggedEvent;
import anbinh.audit.log.Roots;
import anbinh.oversight.OversightSettings;
import anbinh.oversight.access.FootageAccessKind;
import anbinh.oversight.access.Seen;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.seal.tree.Hash;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Draws the sample of each week after its end, and gives each look that was drawn to a reviewer;
/// the draw is an entry of the log, in the same transaction.
@Component
@OnlyWhenServing
class SamplingJob extends PollingWorker {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

  /// What happened before midnight is in the log by then.
  private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(10);

  private static final int DAYS_OF_A_WEEK = 7;

  private final SampleTable table;
  private final Candidates candidates;
  private final Reviewers reviewers;
  private final Roots roots;
  private final AuditLog log;
  private final Ids ids;
  private final OversightSettings settings;
  private final TransactionTemplate transactions;
  private final SiteClock clock;

  SamplingJob(
      SampleTable table,
      Candidates candidates,
      Reviewers reviewers,
      Roots roots,
      AuditLog log,
      Ids ids,
      OversightSettings settings,
      TransactionTemplate transactions,
      SiteClock clock) {
    super("sample", LOOK_EVERY);
    this.table = table;
    this.candidates = candidates;
    this.reviewers = reviewers;
    this.roots = roots;
    this.log = log;
    this.ids = ids;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Duration round() {
    drawBefore(clock.now().minus(AFTER_MIDNIGHT).atZone(clock.zone()).toLocalDate());
    table.forget(clock.now().minus(settings.keep()));
    return LOOK_EVERY;
  }

  /// Draws from each week that ended before a day and was not drawn from yet.
  void drawBefore(LocalDate day) {
    Optional<LocalDate> first = next();
    if (first.isEmpty()) {
      return;
    }
    LocalDate week = first.get();
    boolean more = true;
    while (more && !week.plusDays(DAYS_OF_A_WEEK).isAfter(day)) {
      LocalDate one = week;
      more = Boolean.TRUE.equals(transactions.execute(_ -> drawHere(one)));
      week = week.plusDays(DAYS_OF_A_WEEK);
    }
  }

  /// The first week that was not drawn from; none where there is nothing to draw.
  private Optional<LocalDate> next() {
    return table
        .findLast()
        .map(last -> last.week().plusDays(DAYS_OF_A_WEEK))
        .or(() ->
            log.listFrom(0, Candidates.TYPES, 1).stream()
                .findFirst()
                .map(entry -> entry.at().atZone(clock.zone()).toLocalDate())
                .map(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
  }

  /// @return whether the week is done; false while the log has no checkpoint over it
  private boolean drawHere(LocalDate week) {
    long from = table.findLast().map(WeeklySample::toIndex).orElse(0L);
    Instant end = week.plusDays(DAYS_OF_A_WEEK).atStartOfDay(clock.zone()).toInstant();
    long to = log.findIndexSince(from, end).orElseGet(log::nextIndex);
    if (to == from) {
      return true;
    }
    Optional<Hash> root = roots.find(to);
    if (root.isEmpty()) {
      return false;
    }
    List<Long> found = candidates.list(from, to);
    int size =
        RandomSample.size(
            found.size(), settings.sampleLeast(), settings.samplePercent(), settings.sampleMost());
    List<Long> drawn = RandomSample.draw(root.get(), found, size);
    Instant now = clock.now();
    UUID event =
        log.record(
            Event.of(SampleEvent.DRAWN)
                .about("week", week, null)
                .fact("from", from)
                .fact("to", to)
                .fact("root", root.get().hex())
                .fact("candidates", found.size())
                .fact("drawn", drawn.size())
                .fact("entries", drawn));
    table.insert(
        new WeeklySample(week, from, to, root.get(), found.size(), drawn.size(), now, event));
    drawn.forEach(index -> give(week, root.get(), candidates.get(index), now));
    return true;
  }

  private void give(LocalDate week, Hash root, LoggedEvent entry, Instant now) {
    Seen seen = Seen.in(entry).orElseGet(() -> erasedPlace(entry));
    Reviewers.Choice choice = reviewers.of(seen.person());
    table.insert(
        ids.next(),
        week,
        seen,
        choice.pick(RandomSample.ticket(root, seen.index()).word0()),
        choice.sameUnit(),
        now.plus(settings.reviewWithin()),
        choice.area());
  }

  /// A search whose place was erased, which is the only look that does not say at what.
  private static Seen erasedPlace(LoggedEvent entry) {
    UUID person = entry.actorId();
    if (person == null) {
      throw new IllegalStateException("entry " + entry.index() + " is nobody's look");
    }
    return new Seen(
        FootageAccessKind.PLACE,
        person,
        entry.at(),
        entry.index(),
        "place",
        "",
        null,
        null,
        entry.at(),
        entry.at(),
        null);
  }
}
