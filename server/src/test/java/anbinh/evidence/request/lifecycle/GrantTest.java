package anbinh.evidence.request.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static final Instant FROM = Instant.parse("2026-11-25T02:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @Test
  void countsTheTimeOfAllCameras() {
    var grant = new Grant(FROM, FROM.plusSeconds(90), List.of(ONE, TWO));
    assertThat(grant.cameraTime()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void liesWithinItself() {
    var grant = new Grant(FROM, FROM.plusSeconds(90), List.of(ONE, TWO));
    assertThat(grant.within(grant)).isTrue();
    assertThat(grant.sameAs(grant)).isTrue();
  }

  @Test
  void isOfWholeMillisecondsAsTheLogAndPackagesWriteThem() {
    var grant = new Grant(FROM.plusNanos(999_999), FROM.plusNanos(5_000_001), List.of(ONE));
    assertThat(grant.from()).isEqualTo(FROM);
    assertThat(grant.to()).isEqualTo(FROM.plusMillis(5));
    assertThatThrownBy(() -> new Grant(FROM, FROM.plusNanos(10), List.of(ONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neitherEndsBeforeItStartsNorNamesACameraTwice() {
    assertThatThrownBy(() -> new Grant(FROM, FROM, List.of(ONE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Grant(FROM, FROM.plusSeconds(1), List.of(ONE, ONE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Grant(FROM, FROM.plusSeconds(1), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
