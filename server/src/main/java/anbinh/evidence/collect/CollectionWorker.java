package anbinh.evidence.collect;

import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.Requests;
import anbinh.platform.OnlyWhenServing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works in the background: collects what is approved, one request after the other, and lets
/// undecided requests lapse. A collection that fails is tried again after a pause that doubles, for
/// ever; meanwhile others go on. Safe for many threads.
@Component
@OnlyWhenServing
class CollectionWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionWorker.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 16;
  private static final int LONGEST_PROBLEM = 500;

  private final Collector collector;
  private final CollectionTable collections;
  private final ExtractionTable extractions;
  private final Staging staging;
  private final Requests requests;
  private final EvidenceSettings settings;
  private final Semaphore woken = new Semaphore(0);
  private volatile @Nullable Thread thread;

  CollectionWorker(
      Collector collector,
      CollectionTable collections,
      ExtractionTable extractions,
      Staging staging,
      Requests requests,
      EvidenceSettings settings) {
    this.collector = collector;
    this.collections = collections;
    this.extractions = extractions;
    this.staging = staging;
    this.requests = requests;
    this.settings = settings;
  }

  /// Says that there may be something to do.
  void wake() {
    woken.release();
  }

  @Override
  public void start() {
    // Known before it runs: it ends as soon as it is not the worker's thread any more.
    Thread starting = Thread.ofVirtual().name("collection").unstarted(this::work);
    thread = starting;
    starting.start();
  }

  /// Lets the present step end, and interrupts it when it takes too long: it is repeated after the
  /// next start.
  @Override
  public void stop() {
    Thread working = thread;
    thread = null;
    if (working == null) {
      return;
    }
    wake();
    try {
      if (!working.join(PATIENCE)) {
        working.interrupt();
        working.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void work() {
    clearLeftOvers();
    while (thread != null) {
      try {
        requests.expireOverdue();
        for (UUID id : collections.listDue(requests.now())) {
          if (thread == null) {
            return;
          }
          collect(id);
        }
        sleep();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (thread == null) {
          return;
        }
        LOG.warn("collections cannot be looked at; trying again", e);
        if (!sleep(settings.retry())) {
          return;
        }
      }
    }
  }

  /// Takes a collection as far as it goes now.
  private void collect(UUID id) throws InterruptedException {
    try {
      Optional<CollectStep> next = collector.step(id);
      while (next.isPresent() && thread != null) {
        next = collector.step(id);
      }
    } catch (IOException | RuntimeException e) {
      if (thread == null) {
        return;
      }
      LOG.warn("collecting for request {} failed; it is tried again", id, e);
      noteFailure(id, e);
    }
  }

  private void noteFailure(UUID id, Exception failure) {
    int attempts = collections.find(id).map(CollectionTable.Row::attempts).orElse(0);
    String problem = String.valueOf(failure.getMessage());
    collections.fail(
        id,
        problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)),
        requests.now().plus(pause(attempts)));
  }

  /// The pause after so many failures before this one.
  private Duration pause(int attempts) {
    Duration pause = settings.retry().multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    return pause.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : pause;
  }

  /// Sleeps until the next collection is due, a request may lapse, or somebody wakes it.
  private void sleep() {
    Instant now = requests.now();
    Duration until =
        collections
            .findNextDue()
            .map(next -> Duration.between(now, next))
            .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
            .orElse(LONGEST_SLEEP);
    var _ = sleep(until);
  }

  /// @return false when it was interrupted
  private boolean sleep(Duration longest) {
    try {
      if (woken.tryAcquire(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS)) {
        woken.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void clearLeftOvers() {
    try {
      Set<String> underWay = new HashSet<>(collections.listCodes());
      staging.clearAllBut(underWay);
      for (Extraction extraction : extractions.list()) {
        staging.clearEarlier(extraction);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("left-overs of finished collections cannot be removed", e);
    }
  }
}
