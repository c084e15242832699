package anbinh.media.record;

import anbinh.media.Bytes;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes files durable: all open ones in a round every few seconds, and finished ones at once,
/// together with the names in their folders. Only then is a segment told to the log.
///
/// A round first sets the disk to work on all files and then waits for each: the file system so
/// commits its journal about once a round instead of once a file. Finished files go between.
///
/// One thread, so that a slow disk delays this and nothing else; its queue holds open files only
/// and is therefore bounded by the number of tracks.
final class DiskThread {
  private final Path root;
  private final long syncEveryNanos;
  private final EndedSegments ended;
  private final SegmentLogWriter log;
  private final DiskGate gate;
  private final FileSync sync;
  private final Thread thread;
  private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private final ArrayDeque<SegmentWriter> round = new ArrayDeque<>();
  private final Set<SegmentWriter> open = new LinkedHashSet<>();
  private final Set<Path> syncedFolders = new HashSet<>();
  private long nextRound;
  private boolean stopping;

  /// How a file's bytes become durable; a test puts a failing disk here.
  interface FileSync {
    void sync(SegmentWriter segment) throws IOException;
  }

  private sealed interface Order {
    record Watch(SegmentWriter segment) implements Order {}

    record Finish(SegmentWriter segment, RecordedSegment recorded, EndCause ended, boolean torn)
        implements Order {}

    record Abandon(SegmentWriter segment) implements Order {}

    record Stop() implements Order {}
  }

  DiskThread(
      Path root,
      Duration syncEvery,
      EndedSegments ended,
      SegmentLogWriter log,
      DiskGate gate,
      FileSync sync) {
    this.root = root;
    this.syncEveryNanos = syncEvery.toNanos();
    this.ended = ended;
    this.log = log;
    this.gate = gate;
    this.sync = sync;
    this.thread = Thread.ofPlatform().name("recorder-disk").daemon().start(this::run);
  }

  /// Makes a file that was begun durable from now on.
  void watch(SegmentWriter segment) {
    orders.add(new Order.Watch(segment));
  }

  /// Completes a file; the caller touches it no more.
  ///
  /// @param torn whether its last write failed
  void finish(SegmentWriter segment, RecordedSegment recorded, EndCause ended, boolean torn) {
    orders.add(new Order.Finish(segment, recorded, ended, torn));
  }

  /// Leaves a file as it is, for [Recovery] to look at: what the disk holds of it is unknown.
  void abandon(SegmentWriter segment) {
    orders.add(new Order.Abandon(segment));
  }

  void stop(Duration within) throws InterruptedException {
    orders.add(new Order.Stop());
    if (!thread.join(within)) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(1));
    }
  }

  private void run() {
    try {
      while (!stopping || !orders.isEmpty()) {
        Order order = nextOrder();
        if (order != null) {
          carryOut(order);
        } else if (round.isEmpty()) {
          beginRound();
        } else {
          syncOpen(round.removeFirst());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What to do next, or null when it is time to make open files durable.
  private @Nullable Order nextOrder() throws InterruptedException {
    if (!round.isEmpty()) {
      return orders.poll();
    }
    if (open.isEmpty()) {
      return orders.take();
    }
    long wait = nextRound - System.nanoTime();
    return wait <= 0 ? orders.poll() : orders.poll(wait, TimeUnit.NANOSECONDS);
  }

  private void beginRound() {
    nextRound = System.nanoTime() + syncEveryNanos;
    for (SegmentWriter segment : open) {
      segment.beginSync();
    }
    round.addAll(open);
  }

  private void carryOut(Order order) {
    switch (order) {
      case Order.Watch(SegmentWriter segment) -> {
        if (open.isEmpty()) {
          nextRound = System.nanoTime() + syncEveryNanos;
        }
        open.add(segment);
      }
      case Order.Finish finish -> {
        open.remove(finish.segment());
        finish(finish);
      }
      case Order.Abandon(SegmentWriter segment) -> {
        open.remove(segment);
        closeQuietly(segment);
      }
      case Order.Stop() -> stopping = true;
    }
  }

  private void syncOpen(SegmentWriter segment) {
    if (!open.contains(segment)) {
      return;
    }
    try {
      sync.sync(segment);
      syncFolders(segment.file());
    } catch (IOException e) {
      open.remove(segment);
      gate.failed(e);
      segment.fail(e);
    }
  }

  private void finish(Order.Finish order) {
    SegmentWriter segment = order.segment();
    RecordedSegment recorded = order.recorded();
    try {
      if (order.torn()) {
        segment.cutToWritten();
      }
      ClockEvidence clock =
          segment
              .clock()
              .evidence(recorded.index().durationTicks(), segment.source(), segment.measured());
      writeNote(segment, order, clock);
      Bytes hash = segment.complete();
      sync.sync(segment);
      syncedFolders.remove(segment.file().getParent());
      syncFolders(segment.file());
      segment.close();
      log.closed(
          new ClosedSegment(
              segment.path().cameraKey(),
              segment.path().relative(),
              recorded.start(),
              recorded.end(),
              recorded.index().durationTicks(),
              segment.sizeBytes(),
              hash,
              recorded.index().count(),
              recorded.index(),
              recorded.format(),
              clock,
              order.ended()));
    } catch (IOException e) {
      gate.failed(e);
      closeQuietly(segment);
      ended.remove(segment.path().cameraKey(), recorded.id());
      log.gap(
          new Gap(
              segment.path().cameraKey(),
              recorded.start(),
              Optional.of(recorded.end()),
              Gap.Cause.DISK_ERROR,
              Optional.empty(),
              "The file could not be made durable: " + e.getMessage()));
    }
  }

  /// A full disk may have no room for the note; the file is complete without it.
  private void writeNote(SegmentWriter segment, Order.Finish order, ClockEvidence clock)
      throws IOException {
    RecordedSegment recorded = order.recorded();
    SegmentNote note =
        SegmentNote.closed(
            recorded.start(),
            recorded.end(),
            recorded.index().durationTicks(),
            order.ended(),
            segment.corrected(),
            clock);
    try {
      segment.writeNote(note);
    } catch (IOException e) {
      gate.failed(e);
      segment.cutToWritten();
    }
  }

  private void syncFolders(Path file) throws IOException {
    for (Path folder = file.getParent();
        folder != null && folder.startsWith(root) && syncedFolders.add(folder);
        folder = folder.getParent()) {
      StorageRoot.syncFolder(folder);
    }
    if (syncedFolders.size() > 10_000) {
      syncedFolders.clear();
    }
  }

  private void closeQuietly(SegmentWriter segment) {
    try {
      segment.close();
      if (segment.written() == 0) {
        Files.deleteIfExists(segment.file());
      }
    } catch (IOException e) {
      gate.failed(e);
    }
  }
}
