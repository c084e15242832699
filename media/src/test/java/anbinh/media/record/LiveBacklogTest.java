package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.FragmentHeader;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Tail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBacklogTest {
  @TempDir Path folder;
  private final LiveFanOut live = new LiveFanOut();
  private Tail tail;
  private SegmentWriter open;

  @BeforeEach
  void begin() throws IOException {
    SegmentClock clock = SegmentClock.fresh(0, TrackFixture.BORN, 0, null);
    SegmentPath path = new SegmentPath("gate-1", TrackFixture.BORN.toEpochMilli(), "00000001");
    tail = Tail.open(folder.resolve("gate-1"));
    open = SegmentWriter.begin(folder, path, SyntheticCamera.FORMAT, clock, 0, 0, tail);
  }

  @AfterEach
  void close() throws IOException {
    open.close();
    tail.close();
  }

  @Test
  void beginsWithTheLastKeyPicture() throws IOException {
    stage(0, 20);
    open.flush();
    List<LiveEvent.Fragment> fragments = LiveBacklog.sinceKey(open, live);
    assertThat(fragments).hasSize(5);
    for (int i = 0; i < 5; i++) {
      AccessUnit sent = TrackFixture.picture(15 + i);
      assertThat(fragments.get(i).key()).isEqualTo(i == 0);
      assertThat(fragments.get(i).payload()).isEqualTo(sent.payload());
      assertThat(FragmentHeader.parse(fragments.get(i).header().duplicate()).decodeTicks())
          .isEqualTo(sent.pts90k());
    }
  }

  @Test
  void holdsOnlyWhatIsWritten() throws IOException {
    assertThat(LiveBacklog.sinceKey(open, live)).isEmpty();
    stage(0, 4);
    assertThat(LiveBacklog.sinceKey(open, live)).isEmpty();
    open.flush();
    stage(4, 8);
    assertThat(LiveBacklog.sinceKey(open, live)).hasSize(4);
  }

  @Test
  void readsNotMoreThanFourMebibytes() throws IOException {
    byte[] large = new byte[1 << 20];
    ByteBuffer.wrap(large).putInt(large.length - 4);
    for (int i = 0; i < 3; i++) {
      stage(large(i, large), i);
    }
    assertThat(LiveBacklog.sinceKey(open, live)).hasSize(3);
    stage(large(3, large), 3);
    assertThat(LiveBacklog.sinceKey(open, live)).isEmpty();
    stage(large(15, large), 15);
    assertThat(LiveBacklog.sinceKey(open, live)).hasSize(1);
  }

  @Test
  void isEmptyWhereTheFileCannotBeRead() throws IOException {
    stage(0, 4);
    open.flush();
    Files.delete(open.file());
    assertThat(LiveBacklog.sinceKey(open, live)).isEmpty();
    Files.write(open.file(), new byte[100]);
    assertThat(LiveBacklog.sinceKey(open, live)).isEmpty();
  }

  private static AccessUnit large(int number, byte[] payload) {
    AccessUnit unit = TrackFixture.picture(number);
    return new AccessUnit(
        ByteBuffer.wrap(payload),
        unit.pts90k(),
        unit.key(),
        false,
        unit.receivedNanos(),
        unit.receivedAt());
  }

  private void stage(int from, int until) throws IOException {
    for (int i = from; i < until; i++) {
      stage(TrackFixture.picture(i), i);
    }
  }

  private void stage(AccessUnit unit, int number) throws IOException {
    long ticks = (long) number * TrackFixture.PICTURE_TICKS;
    open.stage(unit, ticks, ticks, TrackFixture.PICTURE_TICKS);
  }
}
