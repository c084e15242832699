package anbinh.audit.event;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells the appender that there is something to append, and others when it has gone round once.
@Component
public class AppendSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition done = lock.newCondition();
  private boolean waiting;
  private long rounds;

  /// Signals once the present transaction is committed, or at once without one.
  void afterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              signal();
            }
          });
    } else {
      signal();
    }
  }

  public void signal() {
    lock.lock();
    try {
      waiting = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for work, at most so long.
  public void awaitWork(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!waiting && left > 0) {
        left = work.awaitNanos(left);
      }
      waiting = false;
    } finally {
      lock.unlock();
    }
  }

  /// How often the appender has gone round.
  public long rounds() {
    lock.lock();
    try {
      return rounds;
    } finally {
      lock.unlock();
    }
  }

  public void roundDone() {
    lock.lock();
    try {
      rounds++;
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void awaitRoundAfter(long round, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (rounds <= round && left > 0) {
        left = done.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
