package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.media.Await;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.Recovered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @Test
  void keepsWhatWasWhollyWrittenOnAFullDiskAndGoesOnWhenThereIsSpace() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(mount(disk), "Only root may mount a small disk");
    try {
      Path ballast = disk.resolve("lost+found");
      StorageRoot root = StorageRoot.open(disk, Optional.empty());
      RecorderOptions options = RecorderOptions.DEFAULT.withDisk(64 * 1024, Duration.ofMillis(50));
      try (Recorder recorder = start(root, options, SegmentWriter::sync)) {
        SyntheticCamera camera = camera(recorder);
        camera.connect();
        camera.sendFor(Duration.ofSeconds(2));
        Await.until("a file is open", () -> !log.opened().isEmpty());
        Files.write(ballast, new byte[1_500_000]);
        Await.until(
            "the disk is full",
            () -> written(recorder),
            () -> {
              camera.sendFor(Duration.ofSeconds(2));
              return recorder.health().disk() == RecorderHealth.Disk.FULL;
            });
        assertThat(recorder.health().diskDetail()).isPresent();
        Await.until("the gap is stated", () -> !log.gaps(Gap.Cause.DISK_FULL).isEmpty());
        Files.delete(ballast);
        Await.until(
            "recording goes on",
            () -> written(recorder),
            () -> {
              camera.sendFor(Duration.ofSeconds(2));
              return recorder.health().disk() == RecorderHealth.Disk.WRITING;
            });
        camera.sendFor(Duration.ofSeconds(2));
      }
      List<ClosedSegment> closed = log.closed();
      assertThat(closed).hasSizeGreaterThan(1);
      assertThat(closed).extracting(ClosedSegment::ended).contains(EndCause.DISK_FULL);
      for (Gap gap : log.gaps(Gap.Cause.DISK_FULL)) {
        assertThat(gap.until()).isPresent();
      }
      for (Recovered found : Recovery.scan(root, file -> false)) {
        ClosedSegment segment = ((Recovered.Kept) found).segment();
        ClosedSegment told =
            closed.stream()
                .filter(one -> one.file().equals(segment.file()))
                .findFirst()
                .orElseThrow();
        assertThat(segment.index().endBytes()).isEqualTo(told.index().endBytes());
        assertThat(segment.frames()).isEqualTo(told.frames());
      }
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void claimsNothingOfASegmentThatCouldNotBeMadeDurable() {
    AtomicBoolean failing = new AtomicBoolean();
    StorageRoot root = StorageRoot.open(folder.resolve("storage"), Optional.empty());
    RecorderOptions options =
        new RecorderOptions(
            Duration.ofSeconds(60),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            600,
            32L << 20,
            1,
            0,
            Duration.ofMillis(50),
            100,
            Duration.ofSeconds(20));
    try (Recorder recorder =
        start(
            root,
            options,
            segment -> {
              if (failing.get()) {
                throw new IOException("Input/output error");
              }
              segment.sync();
            })) {
      SyntheticCamera camera = camera(recorder);
      camera.connect();
      camera.sendFor(Duration.ofSeconds(4));
      Await.until("a file is open", () -> !log.opened().isEmpty());
      failing.set(true);
      Await.until(
          "the failure is stated",
          () -> written(recorder),
          () -> {
            camera.sendFor(Duration.ofSeconds(2));
            return !log.gaps(Gap.Cause.DISK_ERROR).isEmpty();
          });
      // A new file is begun at once, and may be until the next sync shows that it fails as well.
      Await.until(
          "the disk is said to fail",
          () -> written(recorder),
          () -> {
            camera.sendFor(Duration.ofSeconds(1));
            return recorder.health().disk() == RecorderHealth.Disk.FAILING;
          });
      failing.set(false);
      Await.until(
          "recording goes on",
          () -> written(recorder),
          () -> {
            camera.sendFor(Duration.ofSeconds(2));
            return recorder.health().disk() == RecorderHealth.Disk.WRITING;
          });
      camera.sendFor(Duration.ofSeconds(2));
    }
    Gap gap = log.gaps(Gap.Cause.DISK_ERROR).getFirst();
    assertThat(gap.from()).isEqualTo(log.opened().getFirst().start());
    assertThat(gap.detail()).contains("could not be made durable");
    assertThat(log.closed())
        .extracting(ClosedSegment::file)
        .doesNotContain(log.opened().getFirst().file());
    assertThat(log.closed()).isNotEmpty();
  }

  @Test
  void writesNothingWhereTheDiskIsNotMounted() throws Exception {
    StorageRoot root = StorageRoot.open(folder.resolve("storage"), Optional.empty());
    RecorderOptions options = RecorderOptions.DEFAULT.withDisk(0, Duration.ofMillis(50));
    try (Recorder recorder = start(root, options, SegmentWriter::sync)) {
      Files.delete(root.folder().resolve(StorageRoot.MARKER));
      SyntheticCamera camera = camera(recorder);
      camera.connect();
      camera.sendFor(Duration.ofSeconds(4));
      Await.until(
          "the disk is missed", () -> recorder.health().disk() == RecorderHealth.Disk.MISSING);
    }
    assertThat(log.opened()).isEmpty();
    assertThat(log.gaps(Gap.Cause.DISK_ERROR)).hasSize(1);
    try (var files = Files.list(root.folder())) {
      assertThat(files).isEmpty();
    }
  }

  private Recorder start(StorageRoot root, RecorderOptions options, DiskThread.FileSync sync) {
    return Recorder.start(root, options, log, InstantSource.system(), System::nanoTime, sync);
  }

  private static SyntheticCamera camera(Recorder recorder) {
    return new SyntheticCamera(1, recorder.open("gate-1", Optional.empty()), BORN, 30, 2000);
  }

  private static long written(Recorder recorder) {
    return recorder.health().tracks().getFirst().writtenBytes();
  }

  private static boolean mount(Path disk) throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return false;
    }
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    return mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
  }
}
