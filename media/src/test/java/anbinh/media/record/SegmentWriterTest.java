package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.FragmentScanner;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.ScannedFile;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Tail;
import anbinh.media.record.log.ClockEvidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentWriterTest {
  private static final SegmentPath PATH =
      new SegmentPath("gate-1", TrackFixture.BORN.toEpochMilli(), "00000001");

  @TempDir Path folder;
  private Tail tail;
  private SegmentWriter writer;

  @BeforeEach
  void begin() throws IOException {
    tail = Tail.open(folder.resolve("gate-1"));
    writer = begin(PATH, 0);
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    tail.close();
  }

  @Test
  void beginsWithAHeadThatAloneIsAFile() throws Exception {
    assertThat(writer.written()).isZero();
    assertThat(writer.sizeBytes()).isEqualTo(Files.size(writer.file()));
    assertThat(scan().format()).isEqualTo(SyntheticCamera.FORMAT);
  }

  @Test
  void overwritesNothingAndLeavesNothingBehind() {
    assertThatThrownBy(() -> begin(PATH, 0)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(writer.file()).exists();
  }

  @Test
  void writesManyPicturesAtATime() throws Exception {
    long head = writer.sizeBytes();
    stage(0, 5);
    assertThat(writer.sizeBytes()).isEqualTo(head);
    assertThat(writer.staged()).isEqualTo(5);
    assertThat(writer.isDue()).isFalse();
    stage(5, 16);
    assertThat(writer.isDue()).as("a second of pictures").isTrue();
    writer.flush();
    assertThat(writer.staged()).isZero();
    assertThat(writer.written()).isEqualTo(16);
    assertThat(writer.sizeBytes()).isEqualTo(Files.size(writer.file()));
    assertThat(scan().index().orElseThrow().count()).isEqualTo(16);
  }

  @Test
  void writesAtOnceWhatTheTailCannotHold() throws Exception {
    byte[] large = new byte[Tail.RING_BYTES + 1];
    ByteBuffer.wrap(large).putInt(large.length - 4);
    AccessUnit unit = TrackFixture.picture(0);
    AccessUnit whole =
        new AccessUnit(
            ByteBuffer.wrap(large), 0, true, false, unit.receivedNanos(), unit.receivedAt());
    assertThat(writer.hasRoom(whole)).isFalse();
    writer.stage(whole, 0, 0, 6000);
    assertThat(writer.written()).isEqualTo(1);
    assertThat(writer.hasRoom(unit)).isTrue();
  }

  @Test
  void hashesWhatIsInTheFile() throws Exception {
    stage(0, 20);
    writer.flush();
    assertThat(writer.complete()).isEqualTo(sha256());
  }

  /// What a failed write left half-written is taken away, and the hash is of what stays.
  @Test
  void cutsTheFileToWhatWasWhollyWritten() throws Exception {
    stage(0, 10);
    writer.flush();
    stage(10, 13);
    writer.dropStaged();
    Files.write(writer.file(), new byte[50], java.nio.file.StandardOpenOption.APPEND);
    writer.cutToWritten();
    assertThat(writer.written()).isEqualTo(10);
    assertThat(Files.size(writer.file())).isEqualTo(writer.sizeBytes());
    assertThat(writer.recorded(60_000).index().count()).isEqualTo(10);
    assertThat(writer.complete()).isEqualTo(sha256());
  }

  @Test
  void countsNothingOfAWriteThatFailed() throws Exception {
    stage(0, 10);
    writer.flush();
    long size = writer.sizeBytes();
    stage(10, 12);
    writer.close();
    assertThatThrownBy(writer::flush).isInstanceOf(ClosedChannelException.class);
    assertThat(writer.sizeBytes()).isEqualTo(size);
    assertThat(writer.written()).isEqualTo(10);
    assertThat(writer.staged()).isEqualTo(2);
  }

  @Test
  void estimatesItsLengthByTheLatestPictureShown() throws Exception {
    writer.stage(TrackFixture.picture(0), 12_000, 0, 6000);
    writer.stage(TrackFixture.picture(1), 30_000, 6000, 6000);
    writer.stage(TrackFixture.picture(2), 18_000, 12_000, 6000);
    writer.flush();
    assertThat(writer.estimateDuration(6000)).isEqualTo(18_000 + 6000);
  }

  @Test
  void statesTimesOfReceiptFromWhenThereAreSome() throws Exception {
    assertThat(writer.source()).isEqualTo(ClockEvidence.Source.CAMERA_TIMESTAMPS);
    writer.timeByReceipt(ClockRate.DECLARED);
    assertThat(writer.source()).isEqualTo(ClockEvidence.Source.RECEIPT);
    assertThat(writer.measured()).isEqualTo(ClockRate.DECLARED);
    writer.timeByReceipt(ClockRate.of(2));
    writer.timeByReceipt(ClockRate.DECLARED);
    assertThat(writer.measured()).as("was so for some").isEqualTo(ClockRate.of(2));
  }

  /// The file keeps the camera's times, and the index has the recorder's.
  @Test
  void correctsTheIndexByARate() throws Exception {
    stage(0, 10);
    writer.flush();
    writer.correct(ClockRate.of(2));
    RecordedSegment corrected = writer.recorded(60_000);
    assertThat(corrected.index().durationTicks()).isEqualTo(30_000);
    assertThat(corrected.index().mediaTicks(9)).isEqualTo(27_000);
    assertThat(scan().index().orElseThrow().mediaTicks(9)).isEqualTo(54_000);
  }

  /// Before its index cannot hold another picture.
  @Test
  void isFullAfterThreeHours() throws Exception {
    writer.stage(TrackFixture.picture(0), 0, 0, 6000);
    long threeHours = 3L * 3600 * 90_000;
    writer.stage(TrackFixture.picture(1), threeHours, threeHours, 6000);
    assertThat(writer.isFull()).isFalse();
    writer.stage(TrackFixture.picture(2), threeHours + 1, threeHours + 1, 6000);
    assertThat(writer.isFull()).isTrue();
  }

  private SegmentWriter begin(SegmentPath path, long decode) throws IOException {
    SegmentClock clock = SegmentClock.fresh(0, TrackFixture.BORN, 0, null);
    return SegmentWriter.begin(folder, path, SyntheticCamera.FORMAT, clock, decode, 0, tail);
  }

  private void stage(int from, int until) throws IOException {
    for (int i = from; i < until; i++) {
      AccessUnit unit = TrackFixture.picture(i);
      writer.stage(unit, unit.pts90k(), unit.pts90k(), TrackFixture.PICTURE_TICKS);
    }
  }

  private ScannedFile scan() throws IOException {
    try (var channel = Files.newByteChannel(writer.file())) {
      return FragmentScanner.scan(channel);
    }
  }

  private Bytes sha256() throws Exception {
    return Bytes.copyOf(
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(writer.file())));
  }
}
