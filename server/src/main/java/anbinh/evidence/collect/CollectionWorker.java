package anbinh.evidence.collect;

import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.Reminders;
import anbinh.evidence.request.Requests;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works in the background: secures what is urgent, collects what is approved, one request after
/// the other, reminds of undecided requests and lets them lapse. A collection that fails is tried
/// again after a pause that doubles, for ever; meanwhile others go on. Safe for many threads.
@Component
@OnlyWhenServing
class CollectionWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionWorker.class);
  private static final int PAGE = 200;
  private static final Duration MAX_SLEEP = Duration.ofSeconds(30);

  private final Collector collector;
  private final CollectionTable collections;
  private final ExtractionTable extractions;
  private final Staging staging;
  private final Reminders reminders;
  private final Securing securing;
  private final SecuredTable secured;
  private final Requests requests;
  private final OwnerRequests ownerRequests;
  private final Retry retry;

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
      OwnerRequests ownerRequests,
      EvidenceSettings settings) {
    super("collection", settings.retry());
    this.collector = collector;
    this.collections = collections;
    this.extractions = extractions;
    this.staging = staging;
    this.reminders = reminders;
    this.securing = securing;
    this.secured = secured;
    this.requests = requests;
    this.ownerRequests = ownerRequests;
    this.retry = new Retry(settings.retry(), settings.longestRetry());
  }

  /// @return until the next collection is due or a request may lapse
  @Override
  protected Duration round() throws InterruptedException {
    if (!cleared) {
      cleared = true;
      clearLeftOvers();
    }
    requests.expireOverdue();
    reminders.remind();
    Optional<Instant> nextSecured = securing.round(this::isRunning);
    ownerRequests.endOverdue();
    for (UUID id : collections.listDue(requests.now())) {
      if (isRunning()) {
        collect(id);
      }
    }
    Instant due =
        Stream.of(collections.findNextDue(), nextSecured)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return sleepUntil(due, requests.now(), MAX_SLEEP);
  }

  /// Takes a collection as far as it goes now.
  private void collect(UUID id) throws InterruptedException {
    try {
      Optional<CollectStep> next = collector.step(id);
      while (next.isPresent() && isRunning()) {
        next = collector.step(id);
      }
    } catch (IOException | RuntimeException e) {
      if (!isRunning()) {
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
      List<StoredPackage> page = extractions.listStoredAfter(new UUID(0, 0), PAGE);
      while (!page.isEmpty()) {
        for (StoredPackage each : page) {
          staging.clearEarlier(each.code(), each.additions());
        }
        page = extractions.listStoredAfter(page.getLast().requestId(), PAGE);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("left-overs of finished collections cannot be removed", e);
    }
  }
}
