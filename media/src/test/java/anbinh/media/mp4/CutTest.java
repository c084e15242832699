package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Segments of a second, of ten pictures each, the first and the sixth of them key pictures.
class CutTest {
  private static final Instant BORN = TestClip.EPOCH;
  private static final int PICTURE = 9000;
  private static final int SECOND = 90_000;

  @Test
  void hasExactlyThePicturesFromUntilBefore() {
    Cut cut = cut(List.of(segment(0)), 200, 700);
    assertThat(cut.frames())
        .extracting(frame -> Duration.between(BORN, frame.at()).toMillis())
        .containsExactly(200L, 300L, 400L, 500L, 600L);
    assertThat(cut.start()).isEqualTo(BORN.plusMillis(200));
    assertThat(cut.movieTicks()).isEqualTo(5 * PICTURE);
  }

  @Test
  void hidesWhatTheFirstPictureNeeds() {
    Cut cut = cut(List.of(segment(0)), 700, 900);
    assertThat(cut.pieces())
        .containsExactly(new Cut.Piece(cut.pieces().getFirst().segment(), 5, 8, -5L * PICTURE));
    assertThat(cut.hiddenFrames()).isEqualTo(2);
    assertThat(cut.hiddenPreroll()).isEqualTo(Duration.ofMillis(200));
    assertThat(cut.edits()).containsExactly(new Cut.Edit(2 * PICTURE, 2 * PICTURE));
  }

  @Test
  void endsWithinAPicture() {
    Cut cut = cut(List.of(segment(0)), 0, 250);
    assertThat(cut.frames()).hasSize(3);
    assertThat(cut.movieTicks()).isEqualTo(22_500);
    assertThat(cut.lastSampleTicks()).isEqualTo(4_500);
  }

  @Test
  void goesOnByTheCamerasClockAcrossSegmentsThatAbut() {
    Cut cut = cut(List.of(segment(1000), segment(0)), 500, 1500);
    assertThat(cut.edits()).containsExactly(new Cut.Edit(SECOND, 0));
    assertThat(cut.frames())
        .extracting(FrameTime::movieTicks)
        .containsExactly(
            0L, 9000L, 18_000L, 27_000L, 36_000L, 45_000L, 54_000L, 63_000L, 72_000L, 81_000L);
    assertThat(cut.pieces()).hasSize(2);
  }

  @Test
  void letsTheLastPictureBeforeAGapLastForItsLength() {
    Cut cut = cut(List.of(segment(0), segment(61_000)), 0, 62_000);
    assertThat(cut.movieTicks()).isEqualTo(62L * SECOND);
    assertThat(cut.frames().get(10).movieTicks()).isEqualTo(61L * SECOND);
    assertThat(cut.edits()).containsExactly(new Cut.Edit(62L * SECOND, 0));
  }

  @Test
  void refusesAGapThatNoFileCanState() {
    List<RecordedSegment> apart = List.of(segment(0), segment(6 * 3600 * 1000 + 2000));
    assertThatThrownBy(() -> cut(apart, 0, 7 * 3600 * 1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than six hours");
  }

  @Test
  void playsWhatOverlapsOneAfterTheOther() {
    Cut cut = cut(List.of(segment(0), segment(400, 1)), 0, 5000);
    assertThat(cut.frames()).hasSize(20);
    assertThat(cut.frames()).extracting(FrameTime::movieTicks).isSorted();
    assertThat(cut.movieTicks()).isEqualTo(2 * SECOND);
  }

  @Test
  void isEmptyWhereNoPictureWasTaken() {
    assertThat(Cut.of(List.of(), BORN, BORN.plusSeconds(1))).isEmpty();
    assertThat(Cut.of(List.of(segment(0)), BORN.plusMillis(901), BORN.plusMillis(999))).isEmpty();
    assertThat(Cut.of(List.of(segment(0)), BORN.plusSeconds(2), BORN.plusSeconds(3))).isEmpty();
    assertThatThrownBy(() -> Cut.of(List.of(segment(0)), BORN, BORN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no length");
  }

  /// H.265 codes them after the key picture and shows them before it; where decoding begins there,
  /// what they refer to is missing.
  @Test
  void leavesOutTheLeadingPicturesOfTheKeyPictureItBeginsWith() {
    SampleIndex.Builder samples = new SampleIndex.Builder(500);
    samples.add(0, 0, 100, true, false);
    samples.add(9_000, 27_000, 100, true, false);
    samples.add(18_000, 0, 100, false, false);
    samples.add(27_000, 0, 100, false, false);
    samples.add(36_000, 9_000, 100, false, false);
    RecordedSegment open =
        new RecordedSegment(
            "open",
            Path.of("open"),
            TestClip.h264().format(),
            samples.build(54_000),
            BORN,
            Stretch.NONE,
            BORN.plusMillis(600));
    Cut cut = cut(List.of(open), 400, 600);
    assertThat(cut.pieces()).extracting(Cut.Piece::first).containsExactly(1, 4);
    assertThat(cut.frames())
        .extracting(frame -> Duration.between(BORN, frame.at()).toMillis())
        .containsExactly(400L, 500L);
  }

  private static Cut cut(List<RecordedSegment> segments, long fromMillis, long toMillis) {
    return Cut.of(segments, BORN.plusMillis(fromMillis), BORN.plusMillis(toMillis)).orElseThrow();
  }

  private static RecordedSegment segment(long startMillis) {
    return segment(startMillis, 0);
  }

  private static RecordedSegment segment(long startMillis, int number) {
    String id = startMillis + "-" + number;
    return new RecordedSegment(
        id,
        Path.of(id),
        TestClip.h264().format(),
        index(5, 10),
        BORN.plusMillis(startMillis),
        Stretch.NONE,
        BORN.plusMillis(startMillis + 1000));
  }

  private static SampleIndex index(int keyEvery, int count) {
    SampleIndex.Builder samples = new SampleIndex.Builder(500);
    for (int i = 0; i < count; i++) {
      samples.add((long) i * PICTURE, 0, 100 + i, i % keyEvery == 0, false);
    }
    return samples.build(SECOND);
  }
}
