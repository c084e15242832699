package anbinh.audit.witness;

import anbinh.platform.background.PollingThread;
import anbinh.platform.background.Retry;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.policy.Policy;
import anbinh.seal.witness.AddCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one witness for cosignatures, on a thread of its own, and remembers how it stands with it.
final class WitnessLoop {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessLoop.class);

  /// A witness may name another size once, and once more when it was asked by somebody else
  /// meanwhile.
  private static final int TRIES = 3;

  private final Policy.Witness witness;
  private final WitnessSettings settings;
  private final WitnessedLog log;
  private final WitnessTable table;
  private final Heads heads;
  private final InstantSource clock;
  private final Runnable wakeAll;
  private final WitnessClient client;
  private final Retry retry;
  private final PollingThread rounds;
  private volatile WitnessStatus status;
  private @Nullable SignedCheckpoint done;
  private Instant doneAt = Instant.EPOCH;
  private Instant notBefore = Instant.EPOCH;
  private int failures;

  WitnessLoop(
      Policy.Witness witness,
      WitnessSettings settings,
      WitnessedLog log,
      WitnessTable table,
      Heads heads,
      InstantSource clock,
      Runnable wakeAll) {
    this.witness = witness;
    this.settings = settings;
    this.log = log;
    this.table = table;
    this.heads = heads;
    this.clock = clock;
    this.wakeAll = wakeAll;
    this.client = new WitnessClient(witness, settings.timeout());
    this.retry = new Retry(settings.retry(), settings.longestRetry());
    this.rounds = new PollingThread("witness " + witness.name(), settings.retry());
    this.status =
        new WitnessStatus(witness.name(), witness.key().write(), null, null, null, null, null);
  }

  void start() {
    table.find(witness.key().write()).ifPresent(row -> status = cosigned(row.size(), row.at()));
    rounds.start(this::round);
  }

  void wake() {
    rounds.wake();
  }

  void stop() {
    rounds.stop(settings.timeout());
    client.close();
  }

  WitnessStatus status() {
    return status;
  }

  private WitnessStatus cosigned(long size, Instant at) {
    return new WitnessStatus(witness.name(), witness.key().write(), size, at, null, null, null);
  }

  /// @return until the witness has to be asked again
  private Duration round() throws InterruptedException {
    if (heads.advance()) {
      wakeAll.run();
    }
    SignedCheckpoint candidate = heads.findCandidate().orElse(null);
    Instant now = clock.instant();
    if (candidate == null) {
      return settings.patience();
    }
    Instant next = notBefore;
    SignedCheckpoint last = done;
    if (last != null && last.checkpoint().equals(candidate.checkpoint()) && failures == 0) {
      next = doneAt.plus(settings.again());
    }
    if (now.isBefore(next)) {
      return shorter(Duration.between(now, next), settings.patience());
    }
    serve(candidate);
    return Duration.ZERO;
  }

  private static Duration shorter(Duration one, Duration another) {
    return one.compareTo(another) < 0 ? one : another;
  }

  private void serve(SignedCheckpoint head) throws InterruptedException {
    switch (ask(head)) {
      case WitnessAnswer.Cosigned(var signature, Instant at) -> {
        SignedCheckpoint more =
            heads
                .add(head.note().text(), signature)
                .orElseGet(() ->
                    new SignedCheckpoint(head.checkpoint(), head.note().withInstead(signature)));
        if (status.trouble() != null) {
          LOG.info("the witness {} cosigns again", witness.name());
        }
        status = cosigned(head.checkpoint().size(), at);
        done = head;
        doneAt = clock.instant();
        failures = 0;
        notBefore = Instant.EPOCH;
        wakeAll.run();
        table.save(witness.key().write(), at, more);
      }
      case WitnessAnswer.OtherSize(long size) ->
          fail(
              head,
              size > head.checkpoint().size()
                  ? WitnessTrouble.LARGER_SEEN
                  : WitnessTrouble.WRONG_ANSWER,
              "it knows a head of " + size + " entries");
      case WitnessAnswer.Failed(WitnessTrouble trouble, String detail) ->
          fail(head, trouble, detail);
    }
  }

  /// Follows the witness to the size that it knows, as long as this log has had that size.
  private WitnessAnswer ask(SignedCheckpoint head) throws InterruptedException {
    long size = head.checkpoint().size();
    Long known = status.size();
    WitnessAnswer answer = ask(head, known == null ? 0 : Math.min(known, size));
    for (int i = 1; i < TRIES; i++) {
      if (!(answer instanceof WitnessAnswer.OtherSize(long other)) || other > size) {
        return answer;
      }
      answer = ask(head, other);
    }
    return answer;
  }

  private WitnessAnswer ask(SignedCheckpoint head, long from) throws InterruptedException {
    return client.ask(
        new AddCheckpoint(from, log.consistencyProof(from, head.checkpoint().size()), head.note()));
  }

  private void fail(SignedCheckpoint head, WitnessTrouble trouble, String detail)
      throws InterruptedException {
    if (!rounds.isWanted()) {
      return;
    }
    notBefore = clock.instant().plus(retry.pause(failures));
    failures++;
    WitnessStatus before = status;
    boolean same = before.trouble() == trouble;
    status =
        new WitnessStatus(
            before.name(),
            before.key(),
            before.size(),
            before.at(),
            trouble,
            detail,
            same ? before.since() : clock.instant());
    if (same) {
      return;
    }
    if (trouble.isContradiction()) {
      LOG.error("the witness {} contradicts the log: {} ({})", witness.name(), trouble, detail);
      String origin = head.checkpoint().origin();
      log.contradicted(
          witness.name(), trouble, head.checkpoint().size(), client.findHead(origin).orElse(null));
    } else {
      LOG.warn("the witness {} does not cosign: {} ({})", witness.name(), trouble, detail);
    }
  }
}
