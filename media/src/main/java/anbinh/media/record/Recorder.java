package anbinh.media.record;

import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.log.SegmentLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Records many cameras into one storage root.
///
/// Thread-safe. Ingest threads never wait for the disk; one slow or faulty camera holds up no
/// other.
public final class Recorder implements AutoCloseable {
  /// How often all tracks are looked after, also those of which nothing comes.
  private static final long LOOK_NANOS = 1_000_000_000;

  private final StorageRoot root;
  private final RecorderOptions options;
  private final InstantSource clock;
  private final EndedSegments ended = new EndedSegments();
  private final SegmentLogWriter log;
  private final DiskGate gate;
  private final DiskThread disk;
  private final QueueMemory queueMemory = QueueMemory.ofThisProcess();
  private final Map<String, RecordingTrack> tracks = new ConcurrentHashMap<>();
  private final List<Writer> writers = new ArrayList<>();
  private final AtomicInteger nextWriter = new AtomicInteger();
  private volatile boolean stopping;

  /// One writer thread and its tracks.
  private record Writer(Thread thread, List<RecordingTrack> tracks) {}

  private Recorder(
      StorageRoot root,
      RecorderOptions options,
      SegmentLog segmentLog,
      InstantSource clock,
      LongSupplier nanoTime,
      DiskThread.FileSync sync) {
    this.root = root;
    this.options = options;
    this.clock = clock;
    this.log = new SegmentLogWriter(segmentLog, ended, options.heldLogEntries());
    this.gate = new DiskGate(root, options, nanoTime);
    this.disk = new DiskThread(root.folder(), options.syncEvery(), ended, log, gate, sync);
  }

  /// Starts a recorder; [#close] stops it.
  ///
  /// @param clock the wall clock, for the times of gaps that no picture dates
  /// @param nanoTime the monotonic clock, as [System#nanoTime]
  public static Recorder start(
      StorageRoot root,
      RecorderOptions options,
      SegmentLog log,
      InstantSource clock,
      LongSupplier nanoTime) {
    return start(root, options, log, clock, nanoTime, SegmentWriter::sync);
  }

  static Recorder start(
      StorageRoot root,
      RecorderOptions options,
      SegmentLog log,
      InstantSource clock,
      LongSupplier nanoTime,
      DiskThread.FileSync sync) {
    Recorder recorder = new Recorder(root, options, log, clock, nanoTime, sync);
    for (int i = 0; i < options.writers(); i++) {
      List<RecordingTrack> own = new CopyOnWriteArrayList<>();
      Thread thread =
          Thread.ofPlatform()
              .name("recorder-writer-" + i)
              .daemon()
              .start(() -> recorder.write(own));
      recorder.writers.add(new Writer(thread, own));
    }
    return recorder;
  }

  /// Begins to record a track; from now on whatever is missing is a gap.
  ///
  /// @param cameraKey names the track's folder: letters, digits, dots, dashes, underscores
  /// @param recordedUntil the end of what was recorded before, if anything was; the time since is a
  ///   gap with cause [Gap.Cause#RESTART]
  /// @throws IllegalStateException when the track is open already, or the recorder is closed
  public RecordingTrack open(String cameraKey, Optional<Instant> recordedUntil) {
    SegmentPath.requireKey(cameraKey);
    if (stopping) {
      throw new IllegalStateException("The recorder is closed.");
    }
    Writer writer = writers.get(Math.floorMod(nextWriter.getAndIncrement(), writers.size()));
    RecordingTrack track =
        tracks.compute(
            cameraKey,
            (key, before) -> {
              if (before != null) {
                throw new IllegalStateException("Track " + key + " is being recorded already.");
              }
              TrackContext context =
                  new TrackContext(
                      key,
                      root,
                      options,
                      gate,
                      ended,
                      disk,
                      log,
                      new TrackCounters(),
                      queueMemory,
                      clock,
                      Recorder::newName);
              return new RecordingTrack(context, recordedUntil);
            });
    writer.tracks().add(track);
    return track;
  }

  public Optional<RecordingTrack> findTrack(String cameraKey) {
    return Optional.ofNullable(tracks.get(cameraKey));
  }

  /// What is recorded of a camera and the log does not have yet, ready to be served: segments that
  /// ended a moment ago, and the one being written, as far as it is written.
  ///
  /// Nothing that the log or this list had is missing in both, if this list is asked first; a
  /// segment may be in both.
  public List<RecordedSegment> listUnlogged(String cameraKey) {
    Optional<RecordedSegment> open = findTrack(cameraKey).flatMap(RecordingTrack::findOpenSegment);
    List<RecordedSegment> all = new ArrayList<>(ended.list(cameraKey));
    open.filter(segment -> all.stream().noneMatch(other -> other.id().equals(segment.id())))
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  public RecorderHealth health() {
    return new RecorderHealth(
        gate.state(),
        gate.detail(),
        log.held(),
        log.fault(),
        log.forgotten(),
        tracks.values().stream().map(RecordingTrack::health).toList());
  }

  /// Has what is queued written now. Whoever hands pictures over says so when there are no more for
  /// the moment: one turn of a writer then takes those of all cameras, and none waits.
  public void wake() {
    for (Writer writer : writers) {
      if (writer.tracks().stream().anyMatch(RecordingTrack::isWaiting)) {
        LockSupport.unpark(writer.thread());
      }
    }
  }

  /// Ends all tracks, makes everything durable and tells the log; waits for each at most as long as
  /// the options say. What the log has not taken by then is recovered at the next start.
  @Override
  public void close() {
    stopping = true;
    try {
      for (Writer writer : writers) {
        writer.thread().join(options.closeWithin());
      }
      disk.stop(options.closeWithin());
      log.stop(options.closeWithin());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<RecordingTrack> own) {
    long tickNanos = options.tick().toNanos();
    List<RecordingTrack> ended = new ArrayList<>();
    long nextLook = System.nanoTime();
    boolean last = false;
    while (!last) {
      last = stopping;
      long begun = System.nanoTime();
      boolean all = last || begun - nextLook >= 0;
      if (all) {
        nextLook = begun + LOOK_NANOS;
      }
      for (RecordingTrack track : own) {
        if (last) {
          track.close();
        }
        if ((all || track.isWaiting()) && track.drain()) {
          ended.add(track);
        }
      }
      for (RecordingTrack track : ended) {
        own.remove(track);
        tracks.remove(track.cameraKey(), track);
      }
      ended.clear();
      long rest = tickNanos - (System.nanoTime() - begun);
      if (rest > 0 && !last) {
        LockSupport.parkNanos(rest);
      }
    }
  }

  private static String newName() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }
}
