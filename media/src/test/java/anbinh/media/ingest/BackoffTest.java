package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.StreamState.Cause;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(IngestOptions.DEFAULTS, new Random(1));

  @Test
  void doublesFromAFastFirstRetryToALimit() {
    long[] expectedMillis = {250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000};
    for (int i = 0; i < expectedMillis.length; i++) {
      assertThat(backoff.after(i + 1, Cause.UNREACHABLE).toMillis())
          .isBetween(expectedMillis[i] * 8 / 10 - 1, expectedMillis[i] * 12 / 10 + 1);
    }
  }

  @Test
  void staysAtTheLimitForEver() {
    assertThat(backoff.after(Integer.MAX_VALUE, Cause.STALLED))
        .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
  }

  @Test
  void takesItsTimeAfterRefusedCredentials() {
    assertThat(backoff.after(1, Cause.UNAUTHORISED))
        .isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
  }

  @Test
  void leavesACameraAloneForAsLongAsItAsksWithinReason() {
    assertThat(backoff.after(1, Cause.REFUSED, Duration.ofSeconds(7)))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(backoff.after(9, Cause.REFUSED, Duration.ofSeconds(1)))
        .isGreaterThan(Duration.ofSeconds(7));
    assertThat(backoff.after(1, Cause.REFUSED, Duration.ofDays(30)))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void spreadsCamerasThatFailTogether() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      waits.add(backoff.after(5, Cause.UNREACHABLE));
    }
    assertThat(waits).hasSizeGreaterThan(90);
  }
}
