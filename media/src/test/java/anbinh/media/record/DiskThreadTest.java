package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.Await;
import anbinh.media.Bytes;
import anbinh.media.mp4.FragmentScanner;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Tail;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskThreadTest {
  @TempDir Path folder;
  private TrackFixture fixture;
  private Tail tail;
  private SegmentWriter segment;

  @BeforeEach
  void begin() throws IOException {
    RecorderOptions options = RecorderOptions.DEFAULT;
    fixture =
        new TrackFixture(
            folder,
            new RecorderOptions(
                options.rotateAfter(),
                options.tick(),
                Duration.ofMillis(10),
                options.queuePictures(),
                options.queueBytes(),
                options.writers(),
                0,
                Duration.ofNanos(1),
                options.heldLogEntries(),
                options.closeWithin()));
    tail = Tail.open(folder.resolve("gate-1"));
    segment =
        SegmentWriter.begin(
            folder,
            new SegmentPath("gate-1", TrackFixture.BORN.toEpochMilli(), "00000001"),
            SyntheticCamera.FORMAT,
            SegmentClock.fresh(0, TrackFixture.BORN, 0, null),
            0,
            0,
            tail);
  }

  @AfterEach
  void close() throws Exception {
    fixture.stop();
    segment.close();
    tail.close();
  }

  @Test
  void tellsASegmentWithTheHashOfItsFile() throws Exception {
    stage(10);
    finish(false);
    fixture.stop();
    ClosedSegment closed = fixture.log.closed().getFirst();
    byte[] file = Files.readAllBytes(folder.resolve(closed.file()));
    assertThat(closed.sha256())
        .isEqualTo(Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(file)));
    assertThat(closed.sizeBytes()).isEqualTo(file.length);
    assertThat(closed.ended()).isEqualTo(EndCause.ROTATED);
    try (var channel = Files.newByteChannel(folder.resolve(closed.file()))) {
      assertThat(FragmentScanner.scan(channel).closing()).isPresent();
    }
    assertThat(fixture.context.ended().list("gate-1")).isEmpty();
  }

  @Test
  void takesAwayWhatAWriteLeftHalfWritten() throws Exception {
    stage(10);
    Files.write(segment.file(), new byte[50], StandardOpenOption.APPEND);
    finish(true);
    fixture.stop();
    ClosedSegment closed = fixture.log.closed().getFirst();
    assertThat(Files.size(folder.resolve(closed.file()))).isEqualTo(closed.sizeBytes());
    try (var channel = Files.newByteChannel(folder.resolve(closed.file()))) {
      assertThat(FragmentScanner.scan(channel).tear()).isEmpty();
    }
  }

  @Test
  void claimsNothingThatItCouldNotMakeDurable() throws Exception {
    stage(10);
    fixture.diskFails.set(true);
    finish(false);
    fixture.stop();
    assertThat(fixture.log.closed()).isEmpty();
    assertThat(fixture.context.ended().list("gate-1")).isEmpty();
    Gap gap = fixture.log.gaps(Gap.Cause.DISK_ERROR).getFirst();
    assertThat(gap.from()).isEqualTo(TrackFixture.BORN);
    assertThat(gap.detail()).isEqualTo("The file could not be made durable: Input/output error");
    assertThat(segment.file()).as("stays for Recovery").exists();
  }

  @Test
  void saysWhenAnOpenFileCouldNotBeMadeDurable() throws Exception {
    stage(10);
    fixture.context.disk().watch(segment);
    fixture.diskFails.set(true);
    Await.until("the segment has failed", () -> segment.failure() != null);
    assertThat(segment.failure()).hasMessage("Input/output error");
    assertThat(fixture.context.gate().state()).isEqualTo(RecorderHealth.Disk.FAILING);
  }

  @Test
  void deletesAFileThatHoldsNoPicture() throws Exception {
    fixture.context.disk().abandon(segment);
    fixture.stop();
    assertThat(segment.file()).doesNotExist();
  }

  @Test
  void leavesAFileThatHoldsPicturesForRecovery() throws Exception {
    stage(10);
    fixture.context.disk().abandon(segment);
    fixture.stop();
    assertThat(segment.file()).isNotEmptyFile();
    assertThat(fixture.log.closed()).isEmpty();
  }

  private void stage(int pictures) throws IOException {
    for (int i = 0; i < pictures; i++) {
      AccessUnit unit = TrackFixture.picture(i);
      segment.clock().observe(unit.pts90k(), unit.receivedNanos());
      segment.stage(unit, unit.pts90k(), unit.pts90k(), TrackFixture.PICTURE_TICKS);
    }
    segment.flush();
    segment.leaveTail();
  }

  private void finish(boolean torn) {
    RecordedSegment recorded = segment.recorded(10L * TrackFixture.PICTURE_TICKS);
    fixture.context.ended().add("gate-1", recorded);
    fixture.context.disk().finish(segment, recorded, EndCause.ROTATED, torn);
  }
}
