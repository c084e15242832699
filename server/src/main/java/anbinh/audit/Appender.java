package anbinh.audit;

import anbinh.audit.folder.LogFolder;
import anbinh.audit.folder.RememberedCheckpoints;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.StartFailure;
import anbinh.seal.log.LogFailure;
import anbinh.seal.log.TileLog;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Puts recorded events into the log, in order and once each, and signs checkpoints.
///
/// One thread takes the events that wait, appends them as one batch (durable when done), then notes
/// their places in the table. After a crash between the two, [#start] finds the entries that the
/// table does not know of by their bytes and notes them; so no event is appended twice, and an
/// event is lost only together with the change it tells of. What a person did is appended at once,
/// what the machine did by itself within ten seconds; a checkpoint follows half a second later.
///
/// A log that a full or failing disk broke off is opened again every two seconds until it can be
/// written; what it has by then is found again as after a crash.
@Component
@OnlyWhenServing
class Appender implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
  private static final int BATCH = 1000;
  private static final Duration ROUND = Duration.ofSeconds(10);

  /// What belongs together is appended together, while its answer is on its way.
  private static final Duration GATHERING = Duration.ofMillis(50);

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMillis(400);

  private final EventTable table;
  private final RememberedCheckpoints remembered;
  private final AppendSignal signal;
  private final InstantSource clock;
  private final LogFolder folder;
  private volatile TileLog log;
  private @Nullable Thread thread;
  private long publishedNanos;
  private volatile boolean running;
  private volatile @Nullable String trouble;
  private volatile Instant checkpointAt;
  private volatile Consumer<SignedCheckpoint> follower = _ -> {};

  Appender(
      EventTable table,
      RememberedCheckpoints remembered,
      AppendSignal signal,
      InstantSource clock,
      LogFolder folder) {
    this.table = table;
    this.remembered = remembered;
    this.signal = signal;
    this.clock = clock;
    this.folder = folder;
    this.log = TileLog.open(folder.folder(), folder.key());
    this.checkpointAt = clock.instant();
    this.publishedNanos = System.nanoTime();
  }

  @Override
  public void start() {
    reconcile();
    running = true;
    signal.signal(); // what waited when the server ended last
    thread = Thread.ofPlatform().name("log appender").start(this::run);
  }

  /// Appends what waits, signs a last checkpoint, and closes the log.
  @Override
  public void stop() {
    running = false;
    signal.signal();
    Thread worker = thread;
    if (worker != null) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    log.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Starts first and stops last: others record while they stop.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }

  /// Why events cannot be appended at present, or null.
  @Nullable String trouble() {
    return trouble;
  }

  VerifierKey verifierKey() {
    return log.verifierKey();
  }

  SignedCheckpoint checkpoint() {
    return log.checkpoint();
  }

  /// When the present checkpoint was signed, or the server started if that was later.
  Instant checkpointAt() {
    return checkpointAt;
  }

  TlogProof prove(long index) {
    return log.prove(index);
  }

  byte[] entry(long index) {
    return log.entry(index);
  }

  /// The proof that an entry is under a checkpoint of this log.
  TlogProof prove(long index, SignedCheckpoint head) {
    return new TlogProof(index, log.inclusionProof(index, head.checkpoint().size()), head);
  }

  List<Hash> consistencyProof(long oldSize, long newSize) {
    return log.consistencyProof(oldSize, newSize);
  }

  /// Hands every newer checkpoint over, on the thread that signs it.
  void follow(Consumer<SignedCheckpoint> next) {
    follower = next;
  }

  private void run() {
    boolean last = false;
    while (!last) {
      try {
        signal.awaitWork(untilNextRound());
        Thread.sleep(GATHERING);
        last = !running;
        while (appendBatch()) {
          publishWhenDue(false);
        }
        publishWhenDue(last);
        trouble = null;
      } catch (InterruptedException e) {
        running = false;
      } catch (DataAccessException e) {
        report("the database does not answer", e);
      } catch (LogFailure e) {
        report("the log cannot be written: " + e.getMessage(), e);
        reopen();
      } catch (RuntimeException e) {
        report("a fault: " + e.getMessage(), e);
      } finally {
        signal.roundDone();
      }
    }
  }

  /// After trouble the pause is over already.
  private Duration untilNextRound() {
    if (trouble != null) {
      return Duration.ZERO;
    }
    return isBehind() ? BETWEEN_CHECKPOINTS : ROUND;
  }

  private void reopen() {
    if (!running) {
      return;
    }
    try {
      log.close();
    } catch (RuntimeException e) {
      LOG.debug("closing a log that cannot be written", e);
    }
    try {
      log = TileLog.open(folder.folder(), folder.key());
      reconcile();
    } catch (RuntimeException e) {
      LOG.debug("the log cannot be opened yet", e);
    }
  }

  /// Returns whether there may be more.
  private boolean appendBatch() {
    List<EventTable.Sequenced> waiting = table.waiting(BATCH);
    if (waiting.isEmpty()) {
      return false;
    }
    long first = log.appendAll(waiting.stream().map(event -> event.leaf().array()).toList());
    note(waiting.stream().map(EventTable.Sequenced::sequence).toList(), first);
    signal.roundDone();
    return waiting.size() == BATCH;
  }

  /// The entries are in the log for good, so this goes on until the table knows it.
  private void note(List<Long> sequences, long first) {
    while (true) {
      try {
        table.appended(sequences, first);
        return;
      } catch (DataAccessException e) {
        report("the database does not answer", e);
        if (!running || Thread.interrupted()) {
          throw e;
        }
        pause();
      }
    }
  }

  /// Whether entries wait for a checkpoint.
  private boolean isBehind() {
    return log.size() > log.checkpoint().checkpoint().size();
  }

  private void publishWhenDue(boolean now) {
    boolean due = System.nanoTime() - publishedNanos >= BETWEEN_CHECKPOINTS.toNanos();
    if (isBehind() && (due || now)) {
      SignedCheckpoint checkpoint = log.publish();
      publishedNanos = System.nanoTime();
      checkpointAt = clock.instant();
      remembered.offer(checkpoint);
      follower.accept(checkpoint);
    }
  }

  /// Notes the places of entries that were appended just before a crash.
  private void reconcile() {
    long next = table.nextIndex();
    long size = log.size();
    if (next > size) {
      throw new StartFailure(
          "the log in "
              + log.folder()
              + " ends at entry "
              + size
              + ", but the database knows of "
              + next,
          "The log was cut or replaced; put it back from a copy.");
    }
    if (next == size) {
      return;
    }
    Map<Bytes, Long> waiting = new HashMap<>();
    for (EventTable.Sequenced event : table.waiting(Integer.MAX_VALUE)) {
      waiting.put(event.leaf(), event.sequence());
    }
    for (long index = next; index < size; index++) {
      Long sequence = waiting.remove(new Bytes(log.entry(index)));
      if (sequence == null) {
        LOG.error("log entry {} belongs to no event; was an old database restored?", index);
      } else {
        table.appended(List.of(sequence), index);
      }
    }
    LOG.info("{} log entries found again after a crash", size - next);
  }

  private void report(String what, RuntimeException e) {
    if (trouble == null) {
      LOG.error("events wait to be logged: {}", what, e);
    }
    trouble = what;
    pause();
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
