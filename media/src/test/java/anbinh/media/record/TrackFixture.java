package anbinh.media.record;

import anbinh.media.AccessUnit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What one track's writer works with: a storage in a folder, whose disk can be told to fail, and
/// pictures for it.
final class TrackFixture {
  static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");
  static final int PICTURE_TICKS = 6000;

  /// A second of pictures.
  static final int GROUP = 15;

  final MemoryLog log = new MemoryLog();
  final AtomicBoolean diskFails = new AtomicBoolean();
  final StorageRoot root;
  final TrackContext context;
  private final SegmentLogWriter logWriter;

  TrackFixture(Path folder, RecorderOptions options) {
    root = StorageRoot.open(folder, Optional.empty());
    EndedSegments ended = new EndedSegments();
    logWriter = new SegmentLogWriter(log, ended, options.heldLogEntries());
    DiskGate gate = new DiskGate(root, options, System::nanoTime);
    DiskThread disk =
        new DiskThread(root.folder(), options.syncEvery(), ended, logWriter, gate, this::sync);
    AtomicInteger names = new AtomicInteger();
    context =
        new TrackContext(
            "gate-1",
            root,
            options,
            gate,
            ended,
            disk,
            logWriter,
            new TrackCounters(),
            new QueueMemory(1 << 30),
            InstantSource.fixed(BORN.plusSeconds(3600)),
            () -> HexFormat.of().toHexDigits(names.incrementAndGet()));
  }

  private void sync(SegmentWriter segment) throws IOException {
    if (diskFails.get()) {
      throw new IOException("Input/output error");
    }
    segment.sync();
  }

  /// The picture of that number; one in fifteen is a key picture.
  static AccessUnit picture(int number) {
    return picture(number, number % GROUP == 0);
  }

  static AccessUnit picture(int number, boolean key) {
    long nanos = number * 1_000_000_000L / GROUP;
    ByteBuffer payload =
        ByteBuffer.allocate(104).putInt(100).put((byte) (key ? 0x65 : 0x41)).rewind();
    return new AccessUnit(
        payload, (long) number * PICTURE_TICKS, key, false, nanos, BORN.plusNanos(nanos));
  }

  /// Makes everything durable and tells the log.
  void stop() throws InterruptedException {
    context.disk().stop(Duration.ofSeconds(60));
    logWriter.stop(Duration.ofSeconds(60));
  }
}
