package anbinh.evidence.request;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.request.lifecycle.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CapsTest {
  private static final Caps CAPS =
      new Caps(10, Duration.ofHours(2), Duration.ofDays(90), 30, Duration.ofHours(12));
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  @Test
  void leavesWhatIsWithinTheOrdinaryCapsToEveryApprover() {
    assertThat(reasons(10, Duration.ofMinutes(12), Duration.ofDays(90))).isEmpty();
    assertThat(reasons(1, Duration.ofHours(2), Duration.ofHours(2))).isEmpty();
  }

  @Test
  void namesEachReasonForASeniorApprover() {
    assertThat(reasons(11, Duration.ofMinutes(10), Duration.ofHours(1)))
        .containsExactly(SeniorReason.MANY_CAMERAS);
    assertThat(reasons(10, Duration.ofSeconds(721), Duration.ofHours(1)))
        .containsExactly(SeniorReason.LONG_TIME);
    assertThat(reasons(1, Duration.ofMinutes(1), Duration.ofDays(90).plusMillis(1)))
        .containsExactly(SeniorReason.OLD_FOOTAGE);
    assertThat(reasons(30, Duration.ofHours(1), Duration.ofDays(200)))
        .containsExactly(SeniorReason.values());
  }

  @Test
  void wantsTheMostNotBelowTheOrdinary() {
    assertThat(CAPS.isAscending()).isTrue();
    assertThat(
            new Caps(10, Duration.ofHours(2), Duration.ofDays(90), 9, Duration.ofHours(12))
                .isAscending())
        .isFalse();
    assertThat(
            new Caps(10, Duration.ofHours(2), Duration.ofDays(90), 30, Duration.ofHours(1))
                .isAscending())
        .isFalse();
  }

  private static List<SeniorReason> reasons(int cameras, Duration length, Duration age) {
    Instant from = NOW.minus(age);
    List<UUID> ids = LongStream.range(0, cameras).mapToObj(n -> new UUID(2, n)).toList();
    return CAPS.seniorReasons(new Grant(from, from.plus(length), ids), NOW);
  }
}
