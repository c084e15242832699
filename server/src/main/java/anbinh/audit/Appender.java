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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
/// A checkpoint does not leave the office. A *released* one does, to the witnesses and to
/// everybody: after each [LogFolder#release], and when something is to be proved. Before it goes a
/// random number of entries that stand for nothing ([Padding]); and after each period, mixed with
/// those, all events that are not to be placed in time ([Disclosure]).
///
/// A row that this server did not record ([EventMac]) is never appended.
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
  private final EventMac mac;
  private final Padding padding;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final LogFolder folder;
  private volatile TileLog log;
  private volatile SignedCheckpoint released;
  private volatile boolean releaseAsked;
  private long periodNanos;
  private @Nullable Thread thread;
  private long publishedNanos;
  private volatile boolean running;
  private final Set<UUID> foreign = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String trouble;
  private volatile Instant checkpointAt;
  private volatile Consumer<SignedCheckpoint> follower = _ -> {};

  Appender(
      EventTable table,
      RememberedCheckpoints remembered,
      AppendSignal signal,
      EventMac mac,
      Padding padding,
      RandomGenerator random,
      InstantSource clock,
      LogFolder folder) {
    this.table = table;
    this.remembered = remembered;
    this.signal = signal;
    this.mac = mac;
    this.padding = padding;
    this.random = random;
    this.clock = clock;
    this.folder = folder;
    this.log = TileLog.open(folder.folder(), folder.key());
    this.released = log.checkpoint();
    this.periodNanos = System.nanoTime();
    this.checkpointAt = clock.instant();
    this.publishedNanos = System.nanoTime();
  }

  @Override
  public void start() {
    reconcile();
    release(true);
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

  /// The newest checkpoint that left the office.
  SignedCheckpoint released() {
    return released;
  }

  /// A released checkpoint that covers an entry; signs one if need be.
  SignedCheckpoint releasedOver(long index) {
    while (index >= released.checkpoint().size()) {
      if (index >= log.size()) {
        throw new IllegalArgumentException("the log has no entry " + index);
      }
      String why = trouble;
      if (why != null) {
        throw new IllegalStateException("events wait to be logged: " + why);
      }
      long round = signal.rounds();
      releaseAsked = true;
      signal.signal();
      try {
        signal.awaitRoundAfter(round, RETRY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("broken off", e);
      }
    }
    return released;
  }

  /// Hands every newer released checkpoint over, on the thread that signs it.
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
          publishWhenDue();
        }
        releaseOrPublish(last);
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
    Duration round = isBehind() ? BETWEEN_CHECKPOINTS : ROUND;
    Duration left = periodLeft();
    return left.compareTo(round) >= 0 ? round : left.isNegative() ? Duration.ZERO : left;
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
    List<EventTable.Recorded> waiting = own(false, BATCH);
    if (waiting.isEmpty()) {
      return false;
    }
    long first = log.appendAll(waiting.stream().map(EventTable.Recorded::leaf).toList());
    note(
        waiting.stream().map(EventTable.Recorded::sequence).toList(),
        LongStream.range(first, first + waiting.size()).boxed().toList());
    signal.roundDone();
    return waiting.size() == BATCH;
  }

  /// The events that wait and that this server recorded.
  private List<EventTable.Recorded> own(boolean deferred, int most) {
    List<EventTable.Recorded> own = new ArrayList<>();
    List<EventTable.Recorded> page = table.waiting(deferred, 0, BATCH);
    while (!page.isEmpty() && own.size() < most) {
      for (EventTable.Recorded event : page) {
        if (!event.isOwn(mac)) {
          reportForeign(event);
        } else if (own.size() < most) {
          own.add(event);
        }
      }
      page =
          page.size() < BATCH
              ? List.of()
              : table.waiting(deferred, page.getLast().sequence(), BATCH);
    }
    return own;
  }

  private void reportForeign(EventTable.Recorded event) {
    if (foreign.add(event.id())) {
      LOG.error(
          "event {} was put into the database by somebody else; it is not logged", event.id());
    }
  }

  /// Appends padding, with all that waits where a period is over, and gives the head away.
  private void release(boolean periodOver) {
    List<EventTable.Recorded> deferred = periodOver ? own(true, Integer.MAX_VALUE) : List.of();
    int entries = deferred.size() + padding.next();
    if (entries > 0) {
      long first = log.size();
      List<Integer> places = new ArrayList<>(IntStream.range(0, entries).boxed().toList());
      Collections.shuffle(places, Random.from(random));
      byte[][] leaves = new byte[entries][];
      List<Long> indexes = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        int place = places.get(i);
        boolean event = i < deferred.size();
        leaves[place] = event ? deferred.get(i).leaf() : padding.entry(first + place);
        if (event) {
          indexes.add(first + place);
        }
      }
      log.appendAll(List.of(leaves));
      note(deferred.stream().map(EventTable.Recorded::sequence).toList(), indexes);
    }
    publish();
    released = log.checkpoint();
    follower.accept(released);
    releaseAsked = false;
    if (periodOver) {
      periodNanos = System.nanoTime();
    }
  }

  /// The entries are in the log for good, so this goes on until the table knows it.
  private void note(List<Long> sequences, List<Long> indexes) {
    while (true) {
      try {
        table.appended(sequences, indexes);
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

  private void releaseOrPublish(boolean last) {
    boolean periodOver = last || periodLeft().isNegative();
    if (periodOver || releaseAsked) {
      release(periodOver);
    } else {
      publishWhenDue();
    }
  }

  private Duration periodLeft() {
    return folder.release().minusNanos(System.nanoTime() - periodNanos);
  }

  private void publishWhenDue() {
    boolean due = System.nanoTime() - publishedNanos >= BETWEEN_CHECKPOINTS.toNanos();
    if (isBehind() && due) {
      publish();
    }
  }

  private void publish() {
    SignedCheckpoint checkpoint = log.publish();
    publishedNanos = System.nanoTime();
    checkpointAt = clock.instant();
    remembered.offer(checkpoint);
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
    for (boolean deferred : new boolean[] {false, true}) {
      for (EventTable.Recorded event : own(deferred, Integer.MAX_VALUE)) {
        waiting.put(new Bytes(event.leaf()), event.sequence());
      }
    }
    int found = 0;
    for (long index = next; index < size; index++) {
      byte[] entry = log.entry(index);
      Long sequence = waiting.remove(new Bytes(entry));
      if (sequence != null) {
        table.appended(List.of(sequence), List.of(index));
        found++;
      } else if (!padding.is(index, entry)) {
        LOG.error("log entry {} belongs to no event; was an old database restored?", index);
      }
    }
    if (found > 0) {
      LOG.info("{} log entries found again after a crash", found);
    }
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
