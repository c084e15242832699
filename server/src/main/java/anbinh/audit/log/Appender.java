package anbinh.audit.log;

import anbinh.audit.event.AppendSignal;
import anbinh.audit.event.Bytes;
import anbinh.audit.event.EventMac;
import anbinh.audit.event.EventTable;
import anbinh.audit.folder.LogFolder;
import anbinh.audit.folder.ReleasedHead;
import anbinh.audit.folder.RememberedCheckpoints;
import anbinh.audit.suspension.Suspension;
import anbinh.audit.suspension.SuspensionEvent;
import anbinh.platform.Finding;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.seal.FormatProblem;
import anbinh.seal.log.LogFailure;
import anbinh.seal.log.TileLog;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Tree;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
/// Nothing is appended or signed before the check of the start is over, nor while the log is
/// suspended ([Suspension]); events wait in the table. What lets it go on is the first entry then.
/// A log that cannot be opened, or ends before what the table knows of, is such a finding, too.
///
/// A log that a full or failing disk broke off is opened again every two seconds until it can be
/// written; what it has by then is found again as after a crash.
@Component
@OnlyWhenServing
public class Appender implements SmartLifecycle {
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
  private final ReleasedHead releasedHead;
  private final Suspension suspension;
  private final SigningKey key;
  private volatile @Nullable TileLog log;
  private volatile SignedCheckpoint released;
  private boolean begun;
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
      LogFolder folder,
      ReleasedHead releasedHead,
      Suspension suspension) {
    this.table = table;
    this.remembered = remembered;
    this.signal = signal;
    this.mac = mac;
    this.padding = padding;
    this.random = random;
    this.clock = clock;
    this.folder = folder;
    this.releasedHead = releasedHead;
    this.suspension = suspension;
    this.key = folder.key();
    this.log = open();
    this.released = releasedHead.find(key.verifierKey()).orElseGet(this::firstHead);
    this.periodNanos = System.nanoTime();
    this.checkpointAt = clock.instant();
    this.publishedNanos = System.nanoTime();
  }

  /// Empty, and the log suspended, where it cannot be opened as it lies there. A log that is gone
  /// is not begun anew while the table knows of entries.
  private @Nullable TileLog open() {
    if (!Files.exists(folder.folder().resolve("checkpoint")) && table.nextIndex() > 0) {
      suspension.report(List.of(new Finding("log", "its checkpoint is missing", true)));
      return null;
    }
    try {
      return TileLog.open(folder.folder(), key);
    } catch (LogFailure | FormatProblem | UncheckedIOException e) {
      suspension.report(List.of(folder.unreadable(e)));
      return null;
    }
  }

  /// What may be shown of a log of which no head ever left, or none is left.
  private SignedCheckpoint firstHead() {
    TileLog opened = log;
    return opened == null
        ? SignedCheckpoint.sign(new Checkpoint(key.verifierKey().name(), 0, Tree.EMPTY_ROOT), key)
        : opened.checkpoint();
  }

  /// The log, where it could be opened.
  private TileLog log() {
    TileLog opened = log;
    if (opened == null) {
      throw Problem.of(PlatformProblem.READ_ONLY);
    }
    return opened;
  }

  /// Whether the log could be gone on with as it lies there.
  private boolean isWhole() {
    TileLog opened = log;
    return opened != null && table.nextIndex() <= opened.size();
  }

  @Override
  public void start() {
    suspension.govern(signal::signal, this::isWhole);
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
    TileLog opened = log;
    if (opened != null && suspension.maySign()) {
      opened.close();
    } else if (opened != null) {
      opened.abandon();
    }
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
    return key.verifierKey();
  }

  public SignedCheckpoint checkpoint() {
    TileLog opened = log;
    return opened == null ? released : opened.checkpoint();
  }

  /// When the present checkpoint was signed, or the server started if that was later.
  Instant checkpointAt() {
    return checkpointAt;
  }

  byte[] entry(long index) {
    return log().entry(index);
  }

  /// The proof that an entry is under a checkpoint of this log.
  TlogProof prove(long index, SignedCheckpoint head) {
    return new TlogProof(index, log().inclusionProof(index, head.checkpoint().size()), head);
  }

  List<Hash> consistencyProof(long oldSize, long newSize) {
    return log().consistencyProof(oldSize, newSize);
  }

  /// The newest checkpoint that left the office.
  public SignedCheckpoint released() {
    return released;
  }

  /// A released checkpoint that covers an entry; signs one if need be.
  ///
  /// @throws Problem while the log is suspended
  SignedCheckpoint releasedOver(long index) {
    while (index >= released.checkpoint().size()) {
      if (suspension.isOn()) {
        throw Problem.of(PlatformProblem.READ_ONLY);
      }
      if (index >= log().size()) {
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
        if (mayWrite()) {
          while (suspension.maySign() && appendBatch()) {
            publishWhenDue();
          }
          if (suspension.maySign()) {
            releaseOrPublish(last);
          }
        }
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

  /// Whether the log may be written; where it may from now on, what let it go on is written first.
  private boolean mayWrite() {
    if (!suspension.maySign() || log == null) {
      begun = false;
    } else if (!begun) {
      appendResumptions();
      release(true);
      begun = true;
    }
    return begun;
  }

  private void appendResumptions() {
    List<EventTable.Recorded> resumptions =
        table.waiting(SuspensionEvent.RESUMED).stream().filter(each -> each.isOwn(mac)).toList();
    if (!resumptions.isEmpty()) {
      append(resumptions);
    }
  }

  /// After trouble the pause is over already.
  private Duration untilNextRound() {
    if (trouble != null) {
      return Duration.ZERO;
    }
    if (!begun) {
      return ROUND;
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
      log().close();
    } catch (RuntimeException e) {
      LOG.debug("closing a log that cannot be written", e);
    }
    try {
      log = TileLog.open(folder.folder(), key);
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
    append(waiting);
    signal.roundDone();
    return waiting.size() == BATCH;
  }

  private void append(List<EventTable.Recorded> events) {
    long first = log().appendAll(events.stream().map(EventTable.Recorded::leaf).toList());
    note(
        events.stream().map(EventTable.Recorded::sequence).toList(),
        LongStream.range(first, first + events.size()).boxed().toList());
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
      long first = log().size();
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
      log().appendAll(List.of(leaves));
      note(deferred.stream().map(EventTable.Recorded::sequence).toList(), indexes);
    }
    publish();
    SignedCheckpoint head = log().checkpoint();
    releasedHead.save(head);
    released = head;
    follower.accept(head);
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
    TileLog opened = log();
    return opened.size() > opened.checkpoint().checkpoint().size();
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
    SignedCheckpoint checkpoint = log().publish();
    publishedNanos = System.nanoTime();
    checkpointAt = clock.instant();
    remembered.offer(checkpoint);
  }

  /// Notes the places of entries that were appended just before a crash.
  private void reconcile() {
    TileLog opened = log;
    if (opened == null) {
      return;
    }
    long next = table.nextIndex();
    long size = opened.size();
    if (next > size) {
      suspension.report(
          List.of(
              new Finding(
                  "log",
                  "it ends at entry " + size + ", but the database knows of " + next,
                  true)));
      return;
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
      byte[] entry = opened.entry(index);
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
