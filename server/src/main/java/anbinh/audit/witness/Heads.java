package anbinh.audit.witness;

import anbinh.seal.note.Note;
import anbinh.seal.note.NoteSignature;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The newest heads with the cosignatures that they have by now, and which of them is published.
///
/// All witnesses are asked for one head at a time, the candidate: asked for whatever is newest,
/// each would cosign another head of a busy log, and none would ever have its quorum. Safe for many
/// threads.
final class Heads {
  private static final int KEPT = 16;

  private final Policy policy;
  private final Duration patience;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Head> kept = new ArrayDeque<>();
  private SignedCheckpoint newest;
  private @Nullable Head reached;
  private long published;
  private @Nullable Instant behindSince;

  private static final class Head {
    SignedCheckpoint signed;
    final Instant since;

    Head(SignedCheckpoint signed, Instant since) {
      this.signed = signed;
      this.since = since;
    }

    long size() {
      return signed.checkpoint().size();
    }
  }

  Heads(Policy policy, Duration patience, InstantSource clock, SignedCheckpoint first) {
    this.policy = policy;
    this.patience = patience;
    this.clock = clock;
    this.newest = first;
  }

  /// Takes a newer head of the log; returns whether it is the new candidate.
  boolean offer(SignedCheckpoint head) {
    lock.lock();
    try {
      if (head.checkpoint().size() > newest.checkpoint().size()) {
        newest = head;
      }
      return advance();
    } finally {
      lock.unlock();
    }
  }

  /// Makes the newest head the candidate when the present one has its quorum or has waited enough.
  boolean advance() {
    lock.lock();
    try {
      Head candidate = kept.peekLast();
      boolean due =
          candidate == null
              || (candidate.size() < newest.checkpoint().size()
                  && (reached == candidate || isOverdue(candidate)));
      if (due) {
        Head next = new Head(newest, clock.instant());
        kept.addLast(next);
        if (kept.size() > KEPT) {
          kept.removeFirst();
        }
        if (behindSince == null) {
          behindSince = next.since;
        }
        count(next);
      }
      return due;
    } finally {
      lock.unlock();
    }
  }

  Optional<SignedCheckpoint> findCandidate() {
    lock.lock();
    try {
      return Optional.ofNullable(kept.peekLast()).map(head -> head.signed);
    } finally {
      lock.unlock();
    }
  }

  /// Adds a cosignature, which was checked, to the head of this text; returns that head as it is
  /// then, or empty when it is not kept any more.
  Optional<SignedCheckpoint> add(String text, NoteSignature cosignature) {
    lock.lock();
    try {
      for (Head head : kept) {
        Note note = head.signed.note();
        if (note.text().equals(text)) {
          head.signed =
              new SignedCheckpoint(head.signed.checkpoint(), note.withInstead(cosignature));
          count(head);
          return Optional.of(head.signed);
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void count(Head head) {
    if (policy.check(head.signed.note()).reached()
        && (reached == null || head.size() >= reached.size())) {
      reached = head;
      behindSince = findNext(head).map(next -> next.since).orElse(null);
      changed.signalAll();
    }
  }

  /// The head for others: the newest with its quorum, or, when newer ones wait too long for theirs,
  /// the newest. Never smaller than one given before.
  SignedCheckpoint published() {
    lock.lock();
    try {
      Head head = reached;
      boolean fresh =
          head != null
              && head.size() >= published
              && (head.size() == newest.checkpoint().size() || !isWaitingTooLong(head));
      SignedCheckpoint chosen = head != null && fresh ? head.signed : withCosignatures(newest);
      published = chosen.checkpoint().size();
      return chosen;
    } finally {
      lock.unlock();
    }
  }

  /// The newest head with its quorum that covers the entry; waits for it up to the patience, then
  /// gives the newest head that covers it with the cosignatures that it has, or empty for none.
  Optional<SignedCheckpoint> awaitCovering(long index) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while ((reached == null || reached.size() <= index) && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (reached != null && reached.size() > index) {
        return Optional.of(reached.signed);
      }
      Head candidate = kept.peekLast();
      return candidate == null || candidate.size() <= index
          ? Optional.empty()
          : Optional.of(candidate.signed);
    } finally {
      lock.unlock();
    }
  }

  /// The newest head with its quorum, if there was one since the start.
  Optional<SignedCheckpoint> findReached() {
    lock.lock();
    try {
      return Optional.ofNullable(reached).map(head -> head.signed);
    } finally {
      lock.unlock();
    }
  }

  /// Since when a head has waited for its quorum; empty when none does.
  Optional<Instant> findBehindSince() {
    lock.lock();
    try {
      return Optional.ofNullable(behindSince);
    } finally {
      lock.unlock();
    }
  }

  private SignedCheckpoint withCosignatures(SignedCheckpoint head) {
    for (Head known : kept) {
      if (known.signed.checkpoint().equals(head.checkpoint())) {
        return known.signed;
      }
    }
    return head;
  }

  /// Heads after one with a quorum wait at the longest since the candidate after it was chosen.
  private boolean isWaitingTooLong(Head after) {
    return findNext(after).map(this::isOverdue).orElse(false);
  }

  private Optional<Head> findNext(Head after) {
    return kept.stream().filter(head -> head.size() > after.size()).findFirst();
  }

  private boolean isOverdue(Head head) {
    return !clock.instant().isBefore(head.since.plus(patience));
  }
}
