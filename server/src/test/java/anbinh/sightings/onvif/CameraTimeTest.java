package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CameraTimeTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(400);

  private final CameraTime time = new CameraTime();

  private Instant of(int second, int delayMillis) {
    Instant taken = NOW.plusSeconds(second);
    return time.of(taken.plus(AHEAD), taken.plusMillis(delayMillis));
  }

  @Test
  void theRecordersClockCountsAndDelaysDoNot() {
    assertThat(of(0, 300)).isEqualTo(NOW.plusMillis(300));
    assertThat(of(1, 100)).isEqualTo(NOW.plusSeconds(1).plusMillis(100));
    assertThat(of(2, 900)).isEqualTo(NOW.plusSeconds(2).plusMillis(100));
  }

  @Test
  void aClockThatIsSetIsFollowedWithinTwoMinutes() {
    of(0, 0);
    Instant behind = NOW.plusSeconds(200);
    assertThat(time.of(behind, behind)).isEqualTo(behind);
  }
}
