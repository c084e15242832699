package anbinh.media.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One viewer's live picture: a bounded queue that the recorder fills and the viewer empties.
///
/// The recorder never waits for a viewer. When the queue is full, pictures are left out up to the
/// next key picture, from which the viewer goes on at the live edge after a [LiveEvent.Skipped].
/// Thread-safe; meant for one reader, which may be a virtual thread.
public final class LiveFeed implements AutoCloseable {
  private static final int MAX_PICTURES = 240;
  private static final long MAX_BYTES = 8L << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<LiveEvent> events = new ArrayDeque<>();
  private int pictures;
  private long bytes;
  private int skipped;
  private boolean toKey = true;
  private boolean skipping;
  private volatile boolean closed;

  LiveFeed() {}

  /// The next event, or empty when none comes in time.
  public Optional<LiveEvent> next(Duration within) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = within.toNanos();
      while (events.isEmpty() && nanos > 0 && !closed) {
        nanos = changed.awaitNanos(nanos);
      }
      LiveEvent next = events.pollFirst();
      if (next instanceof LiveEvent.Fragment fragment) {
        pictures--;
        bytes -= fragment.sizeBytes();
      }
      return Optional.ofNullable(next);
    } finally {
      lock.unlock();
    }
  }

  /// Ends watching; the recorder forgets this feed.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      events.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /// Adds what is not a picture.
  void offer(LiveEvent event) {
    lock.lock();
    try {
      if (!closed) {
        events.addLast(event);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  void offer(LiveEvent.Fragment fragment) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (toKey && !fragment.key()) {
        skipped += skipping ? 1 : 0;
        return;
      }
      if (skipping) {
        dropPictures();
        events.addLast(new LiveEvent.Skipped(skipped));
        skipped = 0;
        skipping = false;
      }
      toKey = false;
      boolean fits = pictures < MAX_PICTURES && bytes + fragment.sizeBytes() <= MAX_BYTES;
      if (fits || pictures == 0) {
        events.addLast(fragment);
        pictures++;
        bytes += fragment.sizeBytes();
        changed.signal();
      } else {
        toKey = true;
        skipping = true;
        skipped = 1;
      }
    } finally {
      lock.unlock();
    }
  }

  /// The next picture that counts is a key picture: what follows cannot refer to what came before.
  void restart() {
    lock.lock();
    try {
      toKey = true;
    } finally {
      lock.unlock();
    }
  }

  private void dropPictures() {
    skipped += pictures;
    events.removeIf(event -> event instanceof LiveEvent.Fragment);
    pictures = 0;
    bytes = 0;
  }
}
