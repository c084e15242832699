package anbinh.recording.store;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.Coverage;
import anbinh.recording.Coverage.Gap;
import anbinh.recording.Coverage.Switched;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageBuilderTest {
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
  private static final UUID SOMEBODY = new UUID(0, 7);

  @Test
  void joinsSegmentsThatAbutAndNamesTheHoleBetweenOthers() {
    Coverage coverage =
        build(
            span(10, 200),
            List.of(span(10, 70), span(70, 130), span(150, 200)),
            List.of(gap(130, 150, "UNREACHABLE")));
    assertThat(coverage.recorded()).containsExactly(span(10, 130), span(150, 200));
    assertThat(coverage.gaps()).containsExactly(gap(130, 150, "UNREACHABLE"));
    assertThat(coverage.recordedLength()).isEqualTo(Duration.ofSeconds(170));
  }

  @Test
  void splitsAHoleAlongItsCauses() {
    Coverage coverage =
        build(
            span(0, 300),
            List.of(span(0, 100), span(200, 300)),
            List.of(gap(100, 130, "UNREACHABLE"), gap(150, 400, "STALLED")));
    assertThat(coverage.gaps())
        .containsExactly(
            gap(100, 130, "UNREACHABLE"), gap(130, 150, "UNKNOWN"), gap(150, 200, "STALLED"));
  }

  /// A noted gap may explain more than one hole: pictures came in its middle.
  @Test
  void explainsSeveralHolesByOneCause() {
    Coverage coverage =
        build(
            span(0, 300),
            List.of(span(0, 50), span(100, 110), span(120, 130), span(290, 300)),
            List.of(gap(40, 200, "LOSS"), gap(60, 70, "STALLED"), gap(200, 295, "ENDED")));
    assertThat(coverage.gaps())
        .containsExactly(
            gap(50, 100, "LOSS"),
            gap(110, 120, "LOSS"),
            gap(130, 200, "LOSS"),
            gap(200, 290, "ENDED"));
  }

  /// The tables keep microseconds, the segment being written has nanoseconds.
  @Test
  void makesNoGapOfItsOwnOutOfRounding() {
    Span hole = new Span(at(100).plusNanos(400), at(200).plusNanos(469));
    Coverage coverage =
        build(
            span(0, 300),
            List.of(new Span(at(0), hole.from()), new Span(hole.to(), at(300))),
            List.of(
                new Gap(new Span(at(100).plusNanos(1_000), at(150)), "DISK_FULL", ""),
                gap(150, 200, "STALLED")));
    assertThat(coverage.gaps())
        .containsExactly(
            new Gap(new Span(hole.from(), at(150)), "DISK_FULL", ""),
            new Gap(new Span(at(150), hole.to()), "STALLED", ""));
  }

  /// "Gaps: none" stood over 519.6 seconds before the camera began to record.
  @Test
  void saysThatTheCameraWasNotYetRecorded() {
    Coverage coverage =
        build(span(0, 600), List.of(span(520, 600)), List.of(gap(519, 520, "STARTING")));
    assertThat(coverage.gaps()).containsExactly(gap(0, 520, "NOT_YET_RECORDED"));
    assertThat(coverage.recordedLength()).isEqualTo(Duration.ofSeconds(80));
  }

  @Test
  void saysSoOfASpanThatIsWhollyBeforeTheFirstRecordingOrOfACameraThatNeverRecorded() {
    assertThat(
            CoverageBuilder.build(
                    span(0, 100),
                    known(List.of(), List.of(), List.of(), at(500), null, 900),
                    null,
                    null)
                .gaps())
        .containsExactly(gap(0, 100, "NOT_YET_RECORDED"));
    assertThat(
            CoverageBuilder.build(
                    span(0, 100),
                    known(List.of(), List.of(), List.of(), null, null, 60),
                    null,
                    null)
                .gaps())
        .containsExactly(gap(0, 60, "NOT_YET_RECORDED"), gap(60, 100, "FUTURE"));
  }

  /// A camera that could not be reached when it was added is no camera that was not to be recorded.
  @Test
  void prefersWhatWasNotedBeforeTheFirstRecording() {
    Coverage coverage =
        build(span(0, 100), List.of(span(60, 100)), List.of(gap(20, 60, "UNREACHABLE")));
    assertThat(coverage.gaps())
        .containsExactly(gap(0, 20, "NOT_YET_RECORDED"), gap(20, 60, "UNREACHABLE"));
  }

  @Test
  void tellsTheFutureAndWhatIsBeingWrittenFromGaps() {
    Coverage coverage =
        CoverageBuilder.build(
            span(0, 1_000),
            known(List.of(span(0, 100)), List.of(), List.of(), at(0), at(100), 120),
            null,
            null);
    assertThat(coverage.gaps())
        .containsExactly(gap(100, 120, "BEING_RECORDED"), gap(120, 1_000, "FUTURE"));
  }

  /// Whatever the recorder says of the time: not reachable before, stopped and begun again while it
  /// was off, the server down.
  @Test
  void saysWhoSwitchedRecordingOffAndWhen() {
    Gap off = off(100, 200);
    Gap again = off(240, 260);
    Coverage coverage =
        CoverageBuilder.build(
            span(0, 300),
            known(
                List.of(span(0, 80), span(205, 239), span(262, 300)),
                List.of(off, again),
                List.of(
                    gap(80, 150, "UNREACHABLE"),
                    gap(150, 200, "RESTART"),
                    gap(200, 205, "STARTING"),
                    gap(260, 262, "STARTING")),
                at(0),
                null,
                300),
            null,
            null);
    assertThat(coverage.gaps())
        .containsExactly(
            gap(80, 100, "UNREACHABLE"),
            off,
            gap(200, 205, "STARTING"),
            // The last picture lasted a second.
            again.over(span(239, 260)),
            gap(260, 262, "STARTING"));
  }

  @Test
  void coversADayOf17280GapsInLessThan100Milliseconds() {
    List<Span> segments = new ArrayList<>();
    List<Gap> noted = new ArrayList<>();
    for (int second = 0; second < 86_400; second += 5) {
      segments.add(span(second, second + 3));
      noted.add(gap(second + 3, second + 5, second % 2 == 0 ? "LOSS" : "STALLED"));
    }
    Duration best = Duration.ofDays(1);
    for (int round = 0; round < 5; round++) {
      long begun = System.nanoTime();
      Coverage coverage = build(span(0, 86_400), segments, noted);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      best = took.compareTo(best) < 0 ? took : best;
      assertThat(coverage.gaps()).hasSize(17_280);
    }
    assertThat(best).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void coversTheAskedTimeWithoutHolesOrOverlaps() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      List<Span> segments = random.nextInt(5) == 0 ? List.of() : spans(random, true);
      List<Gap> noted = gaps(random, "LOSS", "STARTING", "UNREACHABLE");
      List<Gap> lost = gaps(random, "DELETED", "FILE_MISSING");
      Span asked = span(random.nextInt(500), 500 + random.nextInt(500));
      @Nullable Instant first = segments.isEmpty() ? null : segments.getFirst().from();
      @Nullable Instant written = random.nextBoolean() && !segments.isEmpty() ? at(700) : null;
      List<Gap> off = random.nextBoolean() ? List.of() : List.of(off(random.nextInt(900), 900));
      // The constructor of Coverage refuses holes and overlaps.
      Coverage coverage =
          CoverageBuilder.build(
              asked,
              new CoverageBuilder.Known(
                  segments, lost, off, noted, first, written, at(400 + random.nextInt(800))),
              null,
              null);
      for (Gap gap : coverage.gaps()) {
        for (Span segment : segments) {
          assertThat(gap.span().overlaps(segment)).as("seed %d: %s", seed, gap).isFalse();
        }
      }
      assertThat(coverage.gaps().stream().filter(gap -> gap.is(GapCause.UNKNOWN)).toList())
          .as("seed %d", seed)
          .allSatisfy(gap -> assertThat(noted).noneMatch(one -> covers(one.span(), gap.span())));
    }
  }

  private static boolean covers(Span whole, Span part) {
    return !whole.from().isAfter(part.from()) && !whole.to().isBefore(part.to());
  }

  private static List<Gap> gaps(SplittableRandom random, String... causes) {
    return spans(random, random.nextBoolean()).stream()
        .map(part -> new Gap(part, causes[random.nextInt(causes.length)], ""))
        .toList();
  }

  /// @param overlapping whether some overlap, as where a clock was set back
  private static List<Span> spans(SplittableRandom random, boolean overlapping) {
    List<Span> spans = new ArrayList<>();
    int position = random.nextInt(200);
    for (int count = 1 + random.nextInt(8); count > 0; count--) {
      int end = position + 1 + random.nextInt(150);
      spans.add(span(position, end));
      int back = overlapping ? random.nextInt(end - position + 20) : 0;
      position = Math.max(0, end + (random.nextBoolean() ? -back : random.nextInt(60)));
    }
    spans.sort(Comparator.comparing(Span::from));
    return spans;
  }

  private static Coverage build(Span asked, List<Span> segments, List<Gap> noted) {
    return CoverageBuilder.build(
        asked,
        known(segments, List.of(), noted, segments.getFirst().from(), null, 1_000_000),
        segments.getFirst().from(),
        segments.getLast().to());
  }

  private static CoverageBuilder.Known known(
      List<Span> segments,
      List<Gap> off,
      List<Gap> noted,
      @Nullable Instant first,
      @Nullable Instant written,
      int now) {
    return new CoverageBuilder.Known(segments, List.of(), off, noted, first, written, at(now));
  }

  private static Gap off(int from, int to) {
    return new Gap(
        span(from, to), GapCause.SWITCHED_OFF.name(), "", new Switched(at(from), SOMEBODY));
  }

  private static Gap gap(int from, int to, String cause) {
    return new Gap(span(from, to), cause, "");
  }

  private static Span span(int from, int to) {
    return new Span(at(from), at(to));
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
