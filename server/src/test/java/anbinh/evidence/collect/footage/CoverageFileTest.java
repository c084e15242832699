package anbinh.evidence.collect.footage;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.Coverage;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Times of a recording are finer than those of a package.
class CoverageFileTest {
  private static final UUID CAMERA = UUID.randomUUID();
  private static final Instant FROM = Instant.parse("2026-11-24T03:00:00Z");

  @Test
  void recordedTimeAndGapsAreTheGrantedTimeInWholeMillisecondsToo() {
    CoverageFile file =
        file(
            List.of(span(0, 2_000_400_700), span(2_000_800_000, 5_123_456_789L)),
            List.of(span(2_000_400_700, 2_000_800_000), span(5_123_456_789L, 9_000_000_000L)));
    file.requireWhole(Set.of(CAMERA));
    CoverageFile.CameraPart part = file.cameras().getFirst();
    assertThat(part.recorded()).containsExactly(span(0, 5_123_000_000L));
    assertThat(part.gaps()).hasSize(1);
    assertThat(part.coveredMillis()).isEqualTo(5_123);
    assertThat(part.requestedMillis()).isEqualTo(9_000);
    assertThat(file.write())
        .contains("\"2026-11-24T03:00:00.000Z\"", "\"2026-11-24T03:00:05.123Z\"")
        .doesNotContain(":00Z", "empty");
    assertThat(CoverageFile.read(file.write())).isEqualTo(file);
  }

  @Test
  void aRunThatLiesInOneMillisecondGoes() {
    CoverageFile file =
        file(
            List.of(span(3_000_100_000L, 3_000_900_000L)),
            List.of(span(0, 3_000_100_000L), span(3_000_900_000L, 9_000_000_000L)));
    file.requireWhole(Set.of(CAMERA));
    assertThat(file.cameras().getFirst().recorded()).isEmpty();
    assertThat(file.cameras().getFirst().coveredMillis()).isZero();
    assertThat(file.cameras().getFirst().gaps()).hasSize(2);
  }

  private static CoverageFile file(List<Span> recorded, List<Span> gaps) {
    Coverage coverage =
        new Coverage(
            span(0, 9_000_000_000L),
            recorded,
            gaps.stream().map(gap -> new Coverage.Gap(gap, GapCause.UNKNOWN)).toList(),
            null,
            null);
    return new CoverageFile(
        CoverageFile.FORMAT,
        FROM,
        FROM.plusSeconds(9),
        List.of(CoverageFile.CameraPart.of(CAMERA, "CAM-0001", coverage, Map.of())));
  }

  private static Span span(long fromNanos, long toNanos) {
    return new Span(FROM.plusNanos(fromNanos), FROM.plusNanos(toNanos));
  }
}
