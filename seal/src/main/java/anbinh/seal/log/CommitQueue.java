package anbinh.seal.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Gathers work from many threads for one: while a commit runs, the next one's work collects.
///
/// When a commit has served several threads, they all come back at once; the committer then waits a
/// moment (at most 0.3 ms) for as many again, instead of syncing for the first alone.
///
/// @param <T> a piece of work
final class CommitQueue<T> implements AutoCloseable {
  private static final long GATHERING_NANOS = 300_000;

  private final LinkedBlockingQueue<List<T>> queue = new LinkedBlockingQueue<>();
  private final Consumer<List<T>> commit;
  private final Thread committer;
  private boolean closed;

  /// Starts the committer, which calls `commit` with work in the order of its coming; `commit` does
  /// not throw.
  CommitQueue(String name, Consumer<List<T>> commit) {
    this.commit = commit;
    committer = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /// Adds a piece of work; false once closed.
  synchronized boolean add(T work) {
    return !closed && queue.add(List.of(work));
  }

  /// Takes no more work and returns when what was taken is committed.
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        queue.add(List.of());
      }
    }
    boolean interrupted = false;
    while (committer.isAlive()) {
      try {
        committer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int served = 0;
    boolean open = true;
    while (open) {
      List<T> gathered = new ArrayList<>();
      try {
        List<T> work = queue.take();
        long deadline = System.nanoTime() + GATHERING_NANOS;
        while (work != null) {
          open &= !work.isEmpty();
          gathered.addAll(work);
          long left = gathered.size() < served ? deadline - System.nanoTime() : 0;
          work = queue.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
        }
      } catch (InterruptedException e) {
        // Nobody but this class knows the thread, and this class never interrupts it.
        throw new IllegalStateException("the committer was interrupted", e);
      }
      if (!gathered.isEmpty()) {
        commit.accept(gathered);
      }
      served = gathered.size();
    }
  }
}
