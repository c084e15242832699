package anbinh.recording.store;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.Coverage;
import anbinh.recording.Coverage.Gap;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageBuilderTest {
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");

  @Test
  void joinsSegmentsThatAbutAndNamesTheHoleBetweenOthers() {
    Coverage coverage =
        build(
            span(0, 300),
            List.of(span(10, 70), span(70, 130), span(150, 200)),
            List.of(gap(130, 150, "UNREACHABLE")),
            200);
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
            List.of(gap(100, 130, "UNREACHABLE"), gap(150, 400, "STALLED")),
            300);
    assertThat(coverage.gaps())
        .containsExactly(
            gap(100, 130, "UNREACHABLE"), gap(130, 150, "UNKNOWN"), gap(150, 200, "STALLED"));
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
                gap(150, 200, "STALLED")),
            300);
    assertThat(coverage.gaps())
        .containsExactly(
            new Gap(new Span(hole.from(), at(150)), "DISK_FULL", ""),
            new Gap(new Span(at(150), hole.to()), "STALLED", ""));
  }

  @Test
  void callsTimeBeforeTheFirstRecordingNoGap() {
    Coverage coverage = build(span(0, 100), List.of(span(40, 100)), List.of(), 100);
    assertThat(coverage.gaps()).isEmpty();
  }

  @Test
  void callsTheFutureNoGap() {
    Coverage coverage = build(span(0, 1_000), List.of(span(0, 100)), List.of(), 120);
    assertThat(coverage.gaps()).containsExactly(gap(100, 120, "UNKNOWN"));
  }

  @Test
  void saysNothingOfACameraThatNeverRecorded() {
    Coverage coverage =
        CoverageBuilder.build(span(0, 10), List.of(), List.of(), null, null, at(100));
    assertThat(coverage).isEqualTo(new Coverage(List.of(), List.of(), null, null));
  }

  @Test
  void coversTheAskedTimeWithoutHolesOrOverlaps() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new SplittableRandom(seed);
      List<Span> segments = spans(random);
      List<Gap> noted =
          spans(random).stream().map(part -> new Gap(part, "C" + random.nextInt(3), "")).toList();
      Span asked = span(random.nextInt(500), 500 + random.nextInt(500));
      Instant earliest = segments.getFirst().from();
      Coverage coverage =
          CoverageBuilder.build(
              asked, segments, noted, earliest, segments.getLast().to(), at(2_000));
      List<Span> parts = new ArrayList<>(coverage.recorded());
      coverage.gaps().forEach(gap -> parts.add(gap.span()));
      parts.sort((one, other) -> one.from().compareTo(other.from()));
      Instant position = asked.from().isAfter(earliest) ? asked.from() : earliest;
      for (Span part : parts) {
        assertThat(part.from()).as("seed %d", seed).isEqualTo(position);
        position = part.to();
      }
      if (earliest.isBefore(asked.to())) {
        assertThat(position).as("seed %d", seed).isEqualTo(asked.to());
      }
    }
  }

  private static List<Span> spans(SplittableRandom random) {
    List<Span> spans = new ArrayList<>();
    int position = random.nextInt(200);
    for (int count = 1 + random.nextInt(8); count > 0; count--) {
      int end = position + 1 + random.nextInt(150);
      spans.add(span(position, end));
      position = end + (random.nextBoolean() ? 0 : random.nextInt(60));
    }
    return spans;
  }

  private static Coverage build(Span asked, List<Span> segments, List<Gap> noted, int now) {
    return CoverageBuilder.build(
        asked, segments, noted, segments.getFirst().from(), segments.getLast().to(), at(now));
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
