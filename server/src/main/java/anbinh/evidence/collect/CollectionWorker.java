package anbinh.evidence.collect;

import anbinh.evidence.owner.Asks;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.Reminders;
import anbinh.evidence.request.Requests;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Retry;
import anbinh.platform.RoundsThread;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works in the background: secures what is urgent, collects what is approved, one request after
/// the other, reminds of undecided requests and lets them lapse. A collection that fails is tried
/// again after a pause that doubles, for ever; meanwhile others go on. Safe for many threads.
@Component
@OnlyWhenServing
class CollectionWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionWorker.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

  private final Collector collector;
  private final CollectionTable collections;
  private final ExtractionTable extractions;
  private final Staging staging;
  private final Reminders reminders;
  private final Securing securing;
  private final SecuredTable secured;
  private final Requests requests;
  private final Asks asks;
  private final Retry retry;
  private final RoundsThread rounds;

  /// Whether the first round has done away with what an earlier run left; of the thread.
  private boolean cleared;

  CollectionWorker(
      Collector collector,
      CollectionTable collections,
      ExtractionTable extractions,
      Staging staging,
      Reminders reminders,
      Securing securing,
      SecuredTable secured,
      Requests requests,
      Asks asks,
      EvidenceSettings settings) {
    this.collector = collector;
    this.collections = collections;
    this.extractions = extractions;
    this.staging = staging;
    this.reminders = reminders;
    this.securing = securing;
    this.secured = secured;
    this.requests = requests;
    this.asks = asks;
    this.retry = new Retry(settings.retry(), settings.longestRetry());
    this.rounds = new RoundsThread("collection", settings.retry(), this::round);
  }

  /// Says that there may be something to do.
  void wake() {
    rounds.wake();
  }

  @Override
  public void start() {
    rounds.start();
  }

  /// Lets the present step end, and interrupts it when it takes too long: it is repeated after the
  /// next start.
  @Override
  public void stop() {
    rounds.stop(Duration.ZERO);
  }

  @Override
  public boolean isRunning() {
    return rounds.isWanted();
  }

  /// @return until the next collection is due or a request may lapse
  private Duration round() throws InterruptedException {
    if (!cleared) {
      cleared = true;
      clearLeftOvers();
    }
    requests.expireOverdue();
    reminders.remind();
    Optional<Instant> nextSecured = securing.round(rounds::isWanted);
    asks.endOverdue();
    for (UUID id : collections.listDue(requests.now())) {
      if (rounds.isWanted()) {
        collect(id);
      }
    }
    Instant now = requests.now();
    return Stream.of(collections.findNextDue(), nextSecured)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(next -> Duration.between(now, next))
        .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
        .orElse(LONGEST_SLEEP);
  }

  /// Takes a collection as far as it goes now.
  private void collect(UUID id) throws InterruptedException {
    try {
      Optional<CollectStep> next = collector.step(id);
      while (next.isPresent() && rounds.isWanted()) {
        next = collector.step(id);
      }
    } catch (IOException | RuntimeException e) {
      if (!rounds.isWanted()) {
        return;
      }
      LOG.warn("collecting for request {} failed; it is tried again", id, e);
      noteFailure(id, e);
    }
  }

  private void noteFailure(UUID id, Exception failure) {
    int attempts = collections.find(id).map(CollectionTable.Row::attempts).orElse(0);
    collections.fail(id, Retry.problem(failure), requests.now().plus(retry.pause(attempts)));
  }

  private void clearLeftOvers() {
    try {
      Set<String> underWay = new HashSet<>(collections.listCodes());
      underWay.addAll(secured.listCodes());
      staging.clearAllBut(underWay);
      for (Extraction extraction : extractions.list()) {
        staging.clearEarlier(extraction);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("left-overs of finished collections cannot be removed", e);
    }
  }
}
