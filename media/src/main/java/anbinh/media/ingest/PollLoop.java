package anbinh.media.ingest;

import anbinh.media.rtsp.StreamFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The thread that carries streams. Each turn it asks once which sockets hold something, reads
/// those empty, looks after time limits, and rests until the next turn is due.
///
/// A turn costs one system call and one more for each socket that holds something, however many
/// packets that is; waiting in the selector instead would cost a wake-up for nearly every packet.
final class PollLoop implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(PollLoop.class.getName());
  private static final int READ_BUFFER_BYTES = 512 * 1024;

  /// Turns are no longer than this while a conversation waits for its next answer.
  private static final long HANDSHAKE_POLL_NANOS = 5_000_000;

  /// How often time limits are looked after while no conversation is being opened.
  private static final long LOOK_NANOS = 100_000_000;

  /// How long a camera's answer to TEARDOWN is waited for.
  private static final long LEAVE_NANOS = 1_000_000_000;

  private final Selector selector;
  private final InstantSource clock;
  private final long pollNanos;
  private final Runnable afterTurn;
  private final Thread thread;
  private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
  private final Set<CameraStream> streams = new LinkedHashSet<>();
  private final IdentityHashMap<CameraConnection, Long> leaving = new IdentityHashMap<>();
  private final ByteBuffer shared = ByteBuffer.allocateDirect(READ_BUFFER_BYTES);
  private volatile boolean stopping;
  private boolean hurry;
  private long nextLook;
  private long now;
  private Instant wallClock = Instant.EPOCH;

  PollLoop(String name, Duration pollInterval, InstantSource clock, Runnable afterTurn)
      throws IOException {
    this.selector = Selector.open();
    this.clock = clock;
    this.pollNanos = pollInterval.toNanos();
    this.afterTurn = afterTurn;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Takes a stream over; from any thread.
  void add(CameraStream stream) {
    commands.add(() -> {
      streams.add(stream);
      hurry = true;
    });
  }

  /// Ends a stream; from any thread.
  void remove(CameraStream stream) {
    commands.add(() -> close(stream));
  }

  /// Ends all streams and the thread; from any other thread. Waits until all are ended.
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException askedToHurry) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping || !streams.isEmpty() || !leaving.isEmpty()) {
      long started = System.nanoTime();
      try {
        turn();
      } catch (Throwable fault) {
        LOGGER.log(System.Logger.Level.ERROR, "a turn of the ingest loop failed", fault);
      }
      long pause = started + turnNanos() - System.nanoTime();
      if (pause > 0) {
        LockSupport.parkNanos(this, pause);
      }
    }
    closeSelector();
  }

  private void turn() throws IOException {
    for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
      command.run();
    }
    if (stopping) {
      List.copyOf(streams).forEach(this::close);
    }
    now = System.nanoTime();
    wallClock = clock.instant();
    if (selector.selectNow(this::ready) > 0) {
      afterTurn.run();
    }
    if (hurry || now - nextLook >= 0) {
      look();
    }
  }

  /// Looks after time limits, new streams and those left.
  private void look() {
    nextLook = now + LOOK_NANOS;
    hurry = stopping;
    for (CameraStream stream : streams) {
      farewell(stream.tick(selector, now));
      hurry |= stream.isHandshake();
    }
    leaving.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue()));
  }

  private void ready(SelectionKey key) {
    if (!key.isValid() || !(key.attachment() instanceof CameraConnection connection)) {
      return;
    }
    CameraStream owner = connection.owner();
    if (owner != null) {
      farewell(owner.ready(shared, now, wallClock));
    } else {
      try {
        connection.ready(shared, now, wallClock);
      } catch (StreamFailedException | RuntimeException over) {
        connection.close();
      }
    }
  }

  private void close(CameraStream stream) {
    farewell(stream.close());
    streams.remove(stream);
  }

  private void farewell(@Nullable CameraConnection left) {
    if (left == null) {
      return;
    }
    if (left.hasLeft()) {
      left.close();
    } else {
      leaving.put(left, now + LEAVE_NANOS);
    }
  }

  private boolean isOver(CameraConnection connection, long deadline) {
    if (!connection.hasLeft() && now - deadline < 0) {
      return false;
    }
    connection.close();
    return true;
  }

  private long turnNanos() {
    return stopping || hurry ? Math.min(pollNanos, HANDSHAKE_POLL_NANOS) : pollNanos;
  }

  private void closeSelector() {
    try {
      selector.close();
    } catch (IOException failure) {
      LOGGER.log(System.Logger.Level.WARNING, "closing the selector failed", failure);
    }
  }
}
