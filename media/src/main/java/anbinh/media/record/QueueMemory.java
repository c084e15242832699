package anbinh.media.record;

import java.util.concurrent.atomic.AtomicLong;

/// The memory that all queues of a recorder may take together, so that a disk that stands still
/// costs pictures and not the process. Thread-safe.
final class QueueMemory {
  private final AtomicLong free;

  QueueMemory(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /// A quarter of the memory that Java may have.
  static QueueMemory ofThisProcess() {
    return new QueueMemory(Runtime.getRuntime().maxMemory() / 4);
  }

  /// Takes so much, if there is so much.
  boolean take(long bytes) {
    if (free.addAndGet(-bytes) >= 0) {
      return true;
    }
    give(bytes);
    return false;
  }

  void give(long bytes) {
    free.addAndGet(bytes);
  }
}
