package anbinh.media.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.record.clock.Rotation;
import anbinh.media.record.clock.TrackClock;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackSegmentsTest {
  @TempDir Path folder;
  private TrackFixture fixture;
  private TrackGaps gaps;
  private TrackClock clock;
  private TrackSegments segments;

  @BeforeEach
  void open() {
    fixture = new TrackFixture(folder, RecorderOptions.DEFAULT.withDisk(0, Duration.ofNanos(1)));
    gaps = new TrackGaps(fixture.context);
    clock = new TrackClock();
    segments = new TrackSegments(fixture.context, gaps, clock);
  }

  @AfterEach
  void close() throws InterruptedException {
    segments.closeTail();
    fixture.stop();
  }

  @Test
  void abutsWhereAFileIsRotated() throws Exception {
    gaps.begin(TrackFixture.BORN.minusSeconds(5), Gap.Cause.STARTING, Optional.empty(), "");
    record(0, 15);
    assertThat(gaps.isOpen()).isFalse();
    rotate(15, new Rotation("gate-1", Duration.ofMinutes(1)));
    assertThat(segments.open()).isNull();
    record(15, 20);
    segments.close(EndCause.CLOSED, Gap.Cause.STARTING, false);
    fixture.stop();

    assertThat(fixture.log.closed())
        .extracting(ClosedSegment::ended)
        .containsExactly(EndCause.ROTATED, EndCause.CLOSED);
    ClosedSegment first = fixture.log.closed().getFirst();
    ClosedSegment second = fixture.log.closed().getLast();
    assertThat(first.frames()).isEqualTo(15);
    assertThat(first.durationTicks()).isEqualTo(15 * TrackFixture.PICTURE_TICKS);
    assertThat(second.start()).isEqualTo(first.end());
    assertThat(second.clock().follows()).isTrue();
    assertThat(fixture.log.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.until()).contains(first.start()));
  }

  @Test
  void carriesNoTimeOnWhereAClockWasSet() throws Exception {
    record(0, 15);
    Rotation stepped = new Rotation("gate-1", Duration.ofMinutes(1));
    stepped.wallClockStepped();
    rotate(15, stepped);
    record(15, 20);
    segments.close(EndCause.CLOSED, Gap.Cause.STARTING, false);
    fixture.stop();
    assertThat(fixture.log.closed().getFirst().ended()).isEqualTo(EndCause.CLOCK_STEP);
    assertThat(fixture.log.closed().getLast().clock().follows()).isFalse();
  }

  @Test
  void carriesNoTimeOnIntoANewSession() throws Exception {
    record(0, 15);
    segments.close(EndCause.LOSS, Gap.Cause.LOSS, true);
    segments.newSession();
    segments.connecting(TrackFixture.BORN.plusSeconds(2));
    record(30, 45);
    segments.close(EndCause.CLOSED, Gap.Cause.STARTING, false);
    fixture.stop();
    assertThat(fixture.log.closed().getLast().clock().follows()).isFalse();
    assertThat(fixture.log.gaps(Gap.Cause.LOSS))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.from()).isEqualTo(fixture.log.closed().getFirst().end());
          assertThat(gap.until()).contains(fixture.log.closed().getLast().start());
        });
  }

  /// What waits in memory is written before the file is shown.
  @Test
  void showsAllThatWasStaged() {
    assertThat(segments.findRecorded()).isEmpty();
    record(0, 4);
    RecordedSegment open = segments.findRecorded().orElseThrow();
    assertThat(open.index().count()).isEqualTo(4);
    assertThat(open.start()).isEqualTo(TrackFixture.BORN);
    assertThat(open.index().durationTicks()).isEqualTo(4 * TrackFixture.PICTURE_TICKS);
  }

  @Test
  void claimsNothingOfAFileWithoutAPicture() throws Exception {
    AccessUnit key = TrackFixture.picture(0);
    assertThat(segments.begin(SyntheticCamera.FORMAT, key, 0, 0)).isTrue();
    assertThat(segments.findRecorded()).isEmpty();
    segments.close(EndCause.CAMERA_DOWN, Gap.Cause.CAMERA_DOWN, true);
    assertThat(segments.open()).isNull();
    assertThat(segments.lastEnd()).isEqualTo(TrackFixture.BORN);
    fixture.stop();
    assertThat(fixture.log.closed()).isEmpty();
    assertThat(folder.resolve(fixture.log.opened().getFirst().file())).doesNotExist();
  }

  @Test
  void beginsNothingWithoutTheDisk() throws Exception {
    Files.delete(folder.resolve(StorageRoot.MARKER));
    AccessUnit key = TrackFixture.picture(0);
    assertThat(segments.begin(SyntheticCamera.FORMAT, key, 0, 0)).isFalse();
    assertThat(segments.open()).isNull();
    assertThat(gaps.current())
        .hasValueSatisfying(gap -> {
          assertThat(gap.cause()).isEqualTo(Gap.Cause.DISK_ERROR);
          assertThat(gap.detail()).contains("not mounted");
        });
  }

  @Test
  void statesAFileThatCannotBeBegun() throws Exception {
    Files.write(folder.resolve("gate-1"), new byte[0]);
    AccessUnit key = TrackFixture.picture(0);
    assertThat(segments.begin(SyntheticCamera.FORMAT, key, 0, 0)).isFalse();
    assertThat(gaps.current().map(Gap::cause)).contains(Gap.Cause.DISK_ERROR);
    Files.delete(folder.resolve("gate-1"));
    record(15, 20);
    assertThat(gaps.isOpen()).isFalse();
  }

  /// The kernel refuses to write to a file that was closed, as it does to one on a full disk.
  @Test
  void keepsWhatWasWrittenBeforeAWriteFailed() throws Exception {
    record(0, 10);
    assertThat(segments.flush()).isTrue();
    stage(10);
    requireNonNull(segments.open()).close();
    assertThat(segments.flush()).isFalse();
    assertThat(segments.open()).isNull();
    assertThat(fixture.context.counters().dropped()).isEqualTo(1);
    Gap gap = gaps.current().orElseThrow();
    assertThat(gap.cause()).isEqualTo(Gap.Cause.DISK_ERROR);
    assertThat(gap.from()).isEqualTo(segments.lastEnd());
    assertThat(segments.lastEnd())
        .isEqualTo(TrackFixture.picture(10).receivedAt().truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void claimsNothingOfAFileThatCouldNotBeMadeDurable() throws Exception {
    record(0, 10);
    segments.abandonFailed();
    requireNonNull(segments.open()).fail(new IOException("Input/output error"));
    assertThat(segments.hasRoom(TrackFixture.picture(10))).isFalse();
    assertThat(segments.findRecorded()).isEmpty();
    segments.abandonFailed();
    assertThat(segments.open()).isNull();
    assertThat(gaps.current())
        .hasValueSatisfying(gap -> {
          assertThat(gap.from()).isEqualTo(TrackFixture.BORN);
          assertThat(gap.detail()).contains("could not be made durable: Input/output error");
        });
    fixture.stop();
    assertThat(fixture.log.closed()).isEmpty();
  }

  @Test
  void leavesAForgottenFileForRecovery() throws Exception {
    record(0, 10);
    segments.flush();
    segments.forget();
    assertThat(segments.open()).isNull();
    fixture.stop();
    assertThat(fixture.log.closed()).isEmpty();
    assertThat(folder.resolve(fixture.log.opened().getFirst().file())).isNotEmptyFile();
  }

  @Test
  void correctsTheOpenFilesTimesAndTakesThatBack() {
    assertThat(segments.correct(Optional.of(ClockRate.of(2)))).isFalse();
    record(0, 10);
    assertThat(segments.correct(Optional.empty())).as("nothing to take back").isFalse();
    assertThat(segments.correct(Optional.of(ClockRate.of(2)))).isTrue();
    assertThat(segments.findRecorded().orElseThrow().index().durationTicks())
        .isEqualTo(5 * TrackFixture.PICTURE_TICKS);
    segments.stateSource();
    assertThat(segments.source()).isEqualTo(ClockEvidence.Source.RECEIPT);
    assertThat(segments.correct(Optional.empty())).isTrue();
    assertThat(segments.findRecorded().orElseThrow().index().durationTicks())
        .isEqualTo(10 * TrackFixture.PICTURE_TICKS);
  }

  private void record(int from, int until) {
    AccessUnit key = TrackFixture.picture(from, true);
    assertThat(segments.begin(SyntheticCamera.FORMAT, key, key.pts90k(), key.pts90k())).isTrue();
    for (int i = from; i < until; i++) {
      stage(i);
    }
  }

  private void stage(int number) {
    AccessUnit unit = TrackFixture.picture(number);
    segments.stage(unit, unit.pts90k(), unit.pts90k());
    clock.passed(unit.pts90k());
  }

  private void rotate(int number, Rotation rotation) {
    AccessUnit unit = TrackFixture.picture(number);
    segments.rotate(rotation, false, unit, unit.pts90k());
  }
}
