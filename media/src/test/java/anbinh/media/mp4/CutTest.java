package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which samples belong to a cut and when each is shown, by tables alone; [VirtualMp4Test] has the
/// files that result decoded by others.
class CutTest {
  private static final Instant EPOCH = Instant.parse("2026-11-24T03:00:00Z");
  private static final VideoFormat FORMAT =
      new VideoFormat(Codec.H264, List.of(), 1280, 720, "avc1.42C01F", 0);
  private static final int TENTH = Ticks.PER_SECOND / 10;
  private static final int SECONDS = 2;
  private static final int BYTES = 100;

  private static Instant at(int millis) {
    return EPOCH.plusMillis(millis);
  }

  /// Two seconds of ten pictures each from a moment on, with a key picture each second.
  private static RecordedSegment segment(int startMillis) {
    var samples = new SampleIndex.Builder(50);
    for (int i = 0; i < SECONDS * 10; i++) {
      samples.add(i * TENTH, 0, BYTES, i % 10 == 0, i == 13);
    }
    return segment(startMillis, samples.build(SECONDS * Ticks.PER_SECOND), SECONDS * 1000);
  }

  private static RecordedSegment segment(int startMillis, SampleIndex samples, int millis) {
    return new RecordedSegment(
        "at " + startMillis,
        Path.of("none"),
        FORMAT,
        samples,
        at(startMillis),
        Stretch.NONE,
        at(startMillis + millis));
  }

  private static Cut cut(int from, int to, RecordedSegment... segments) {
    return Cut.of(List.of(segments), at(from), at(to)).orElseThrow();
  }

  private static List<Instant> shown(Cut cut) {
    return cut.frames().stream().map(FrameTime::at).toList();
  }

  private static Instant[] tenths(int from, int to) {
    return IntStream.range(from / 100, to / 100)
        .mapToObj(tenth -> at(tenth * 100))
        .toArray(Instant[]::new);
  }

  @Test
  void showsWhatWasTakenFromTheFirstInstantUntilBeforeTheLast() {
    assertThat(shown(cut(300, 700, segment(0)))).containsExactly(tenths(300, 700));
    assertThat(shown(cut(301, 701, segment(0)))).containsExactly(tenths(400, 800));
    assertThat(shown(cut(0, 2000, segment(0)))).containsExactly(tenths(0, 2000));
  }

  @Test
  void isEmptyWhereNoPictureWasTaken() {
    assertThat(Cut.of(List.of(), at(0), at(100))).isEmpty();
    assertThat(Cut.of(List.of(segment(0)), at(2000), at(9000))).isEmpty();
    assertThat(Cut.of(List.of(segment(0)), at(-900), at(0))).isEmpty();
    assertThat(Cut.of(List.of(segment(0)), at(301), at(399))).isEmpty();
    assertThatThrownBy(() -> Cut.of(List.of(segment(0)), at(300), at(300)))
        .hasMessageContaining("has no length");
  }

  @Test
  void beginsWithTheKeyPictureThatItsFirstPictureNeedsAndHidesWhatComesBefore() {
    Cut cut = cut(1300, 1700, segment(0));
    assertThat(cut.start()).isEqualTo(at(1300));
    assertThat(cut.hiddenPreroll()).isEqualTo(Duration.ofMillis(300));
    assertThat(cut.hiddenFrames()).isEqualTo(3);
    assertThat(cut.pieces()).hasSize(1);
    assertThat(cut.pieces().getFirst().first()).isEqualTo(10);
    assertThat(cut.pieces().getFirst().last()).isEqualTo(16);
    assertThat(cut.edits()).containsExactly(new Cut.Edit(4L * TENTH, 3L * TENTH));
    assertThat(cut.frames().getFirst().movieTicks()).isZero();
  }

  @Test
  void hidesNothingWhereItBeginsWithAKeyPicture() {
    Cut cut = cut(1000, 1500, segment(0));
    assertThat(cut.hiddenPreroll()).isZero();
    assertThat(cut.hiddenFrames()).isZero();
    assertThat(cut.edits()).containsExactly(new Cut.Edit(5L * TENTH, 0));
    assertThat(cut.frames().getFirst().key()).isTrue();
  }

  @Test
  void saysWhichPicturesAreDamaged() {
    assertThat(cut(1200, 1500, segment(0)).frames())
        .extracting(FrameTime::damaged)
        .containsExactly(false, true, false);
  }

  @Test
  void goesOnOverSegmentsThatAbutInWhateverOrderTheyAreGiven() {
    Cut cut = cut(1800, 2300, segment(2000), segment(0));
    assertThat(shown(cut)).containsExactly(tenths(1800, 2300));
    assertThat(cut.edits()).hasSize(1);
    assertThat(cut.movieTicks()).isEqualTo(5L * TENTH);
    assertThat(cut.frames())
        .extracting(FrameTime::movieTicks)
        .containsExactly(0L, (long) TENTH, 2L * TENTH, 3L * TENTH, 4L * TENTH);
    assertThat(cut.pieces().getLast().segment().start()).isEqualTo(at(2000));
  }

  @Test
  void keepsTheLengthOfAGap() {
    Cut cut = cut(1800, 5300, segment(0), segment(5000));
    assertThat(cut.start()).isEqualTo(at(1800));
    for (FrameTime frame : cut.frames()) {
      assertThat(Ticks.toDuration(frame.movieTicks()))
          .as("%s", frame.at())
          .isEqualTo(Duration.between(cut.start(), frame.at()));
    }
    assertThat(cut.movieTicks()).isEqualTo(35L * TENTH);
  }

  @Test
  void hidesAgainWhatComesBeforeTheFirstPictureAfterAGap() {
    // The second one was switched on half a second before the cut goes on in it.
    var inside = segment(0);
    Cut cut = cut(1800, 6200, inside, segment(5000), segment(7000));
    assertThat(shown(cut)).startsWith(at(1800), at(1900), at(5000)).endsWith(at(6100));
    assertThat(cut.hiddenFrames()).isEqualTo(8);
  }

  @Test
  void followsOnWhereTheClockWasSetBack() {
    Cut cut = cut(0, 4000, segment(0), segment(1500));
    assertThat(cut.frames()).hasSize(40);
    assertThat(cut.frames()).extracting(FrameTime::movieTicks).doesNotHaveDuplicates().isSorted();
    assertThat(cut.pieces().getLast().decode(0))
        .as("decoding never goes back")
        .isGreaterThan(cut.pieces().getFirst().decode(19));
  }

  @Test
  void showsLaterWhatCannotBeDecodedInTime() {
    // The second one decodes its key picture half a second before it shows it.
    var samples = new SampleIndex.Builder(50);
    for (int i = 0; i < 10; i++) {
      samples.add(i * TENTH, 5 * TENTH, BYTES, i == 0, false);
    }
    RecordedSegment deep = segment(2100, samples.build(Ticks.PER_SECOND), 1000);
    Cut cut = cut(0, 3100, segment(0), deep);
    assertThat(cut.frames().get(20).movieTicks()).isEqualTo(24L * TENTH + 1);
    assertThat(cut.movieTicks()).isEqualTo(34L * TENTH + 1);
  }

  @Test
  void refusesAGapThatNoPictureCanLast() {
    int far = 7 * 3600 * 1000;
    assertThatThrownBy(() -> cut(0, far + 2000, segment(0), segment(far)))
        .hasMessageContaining("more than six hours");
    int near = 5 * 3600 * 1000;
    assertThat(cut(0, near + 2000, segment(0), segment(near)).frames()).hasSize(40);
  }

  @Test
  void takesPicturesInTheOrderInWhichTheyAreShown() {
    // I P B B: coded 0 3 1 2, each a tenth; shown two tenths after decoding begins.
    var samples = new SampleIndex.Builder(50);
    samples.add(0, TENTH, BYTES, true, false);
    samples.add(TENTH, 3 * TENTH, BYTES, false, false);
    samples.add(2 * TENTH, 0, BYTES, false, false);
    samples.add(3 * TENTH, 0, BYTES, false, false);
    RecordedSegment segment = segment(0, samples.build(4L * TENTH), 400);
    assertThat(shown(cut(0, 400, segment))).containsExactly(tenths(0, 400));
    Cut two = cut(100, 300, segment);
    assertThat(shown(two)).containsExactly(tenths(100, 300));
    assertThat(two.hiddenFrames())
        .as("the key picture, and what is shown after the end")
        .isEqualTo(2);
  }

  @Test
  void leavesPicturesOutThatReferToWhatIsNotThere() {
    // H.265: two pictures are coded after the second key picture and shown before it.
    var samples = new SampleIndex.Builder(50);
    samples.add(0, 2 * TENTH, BYTES, true, false);
    samples.add(TENTH, 2 * TENTH, BYTES, false, false);
    samples.add(2 * TENTH, 4 * TENTH, BYTES, true, false);
    samples.add(3 * TENTH, TENTH, BYTES, false, false);
    samples.add(4 * TENTH, TENTH, BYTES, false, false);
    samples.add(5 * TENTH, 2 * TENTH, BYTES, false, false);
    RecordedSegment segment = segment(0, samples.build(6L * TENTH), 600);
    Cut fromKey = cut(400, 600, segment);
    assertThat(shown(fromKey)).containsExactly(at(400), at(500));
    assertThat(fromKey.pieces())
        .extracting(Cut.Piece::first, Cut.Piece::last)
        .containsExactly(tuple(2, 2), tuple(5, 5));
    assertThat(shown(cut(0, 600, segment))).containsExactly(tenths(0, 600));
  }

  @Test
  void aPieceSaysWhereItsBytesLie() {
    Cut.Piece piece = cut(1300, 1700, segment(0)).pieces().getFirst();
    SampleIndex samples = piece.segment().index();
    assertThat(piece.count()).isEqualTo(7);
    assertThat(piece.fileStart()).isEqualTo(samples.offsetBytes(10));
    assertThat(piece.fileStart() + piece.fileBytes()).isEqualTo(samples.offsetBytes(16) + BYTES);
  }

  @Test
  void theLastPictureLastsUntilTheEnd() {
    Cut cut = cut(1000, 1500, segment(0));
    assertThat(cut.lastSampleTicks()).isEqualTo(TENTH);
    assertThat(cut(1000, 1450, segment(0)).lastSampleTicks()).isEqualTo(TENTH / 2);
    assertThat(cut.mediaTicks()).isEqualTo(5L * TENTH);
  }
}
