package anbinh.media.record;

import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import anbinh.media.record.log.SegmentLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Tells the [SegmentLog], in order and again until it takes it, on a thread of its own.
/// Thread-safe.
final class SegmentLogWriter {
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);
  private static final Duration WHILE_STOPPING = Duration.ofMillis(50);

  private final SegmentLog log;
  private final EndedSegments ended;
  private final int most;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Statement> held = new ArrayDeque<>();
  private @Nullable Statement telling;
  private boolean stopping;
  private long forgotten;
  private String fault = "";

  private sealed interface Statement {
    record Opened(OpenedSegment segment) implements Statement {}

    record Closed(ClosedSegment segment) implements Statement {}

    record Missing(Gap gap) implements Statement {}
  }

  /// @param ended from which a segment is taken once it is told, or forgotten
  SegmentLogWriter(SegmentLog log, EndedSegments ended, int most) {
    this.log = log;
    this.ended = ended;
    this.most = most;
    this.thread = Thread.ofPlatform().name("recorder-log").daemon().start(this::run);
  }

  void opened(OpenedSegment segment) {
    hold(new Statement.Opened(segment));
  }

  void closed(ClosedSegment segment) {
    hold(new Statement.Closed(segment));
  }

  void gap(Gap gap) {
    hold(new Statement.Missing(gap));
  }

  int held() {
    lock.lock();
    try {
      return held.size() + (telling == null ? 0 : 1);
    } finally {
      lock.unlock();
    }
  }

  long forgotten() {
    lock.lock();
    try {
      return forgotten;
    } finally {
      lock.unlock();
    }
  }

  Optional<String> fault() {
    lock.lock();
    try {
      return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until everything is told, at most so long.
  void stop(Duration within) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (!thread.join(within)) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(1));
    }
  }

  private void hold(Statement statement) {
    lock.lock();
    try {
      if (held.size() >= most) {
        done(held.removeFirst());
        forgotten++;
      }
      held.addLast(statement);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Duration retry = FIRST_RETRY;
    try {
      while (true) {
        Statement next = first();
        if (next == null) {
          return;
        }
        try {
          tell(next);
          done(next);
          told();
          retry = FIRST_RETRY;
        } catch (RuntimeException e) {
          waitAfter(e, retry);
          retry =
              retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The statement to tell next, or null when stopping and nothing is left.
  private @Nullable Statement first() throws InterruptedException {
    lock.lock();
    try {
      while (telling == null && held.isEmpty() && !stopping) {
        changed.await();
      }
      if (telling == null) {
        telling = held.pollFirst();
      }
      return telling;
    } finally {
      lock.unlock();
    }
  }

  private void tell(Statement statement) {
    switch (statement) {
      case Statement.Opened(OpenedSegment segment) -> log.opened(segment);
      case Statement.Closed(ClosedSegment segment) -> log.closed(segment);
      case Statement.Missing(Gap gap) -> log.gap(gap);
    }
  }

  private void done(Statement statement) {
    if (statement instanceof Statement.Closed(ClosedSegment segment)) {
      ended.remove(segment.cameraKey(), segment.file());
    }
  }

  private void told() {
    lock.lock();
    try {
      telling = null;
      fault = "";
    } finally {
      lock.unlock();
    }
  }

  private void waitAfter(RuntimeException e, Duration retry) throws InterruptedException {
    lock.lock();
    try {
      fault = e.getClass().getSimpleName() + ": " + e.getMessage();
      boolean before = stopping;
      long nanos = before ? WHILE_STOPPING.toNanos() : retry.toNanos();
      while (nanos > 0 && stopping == before) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
