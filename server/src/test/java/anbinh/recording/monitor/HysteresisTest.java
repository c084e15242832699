package anbinh.recording.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.monitor.Hysteresis.Change;
import anbinh.recording.monitor.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HysteresisTest {
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
  private static final Trouble FULL = Trouble.of(Kind.DISK_FULL);
  private static final Trouble CAMERA = new Trouble(Kind.CAMERA_NOT_RECORDING, new UUID(0, 1));

  private final Hysteresis alerts = new Hysteresis(Duration.ofSeconds(60), Duration.ofSeconds(120));

  @Test
  void raisesOnceWhatLasts() {
    assertThat(alerts.update(Set.of(FULL), at(0))).isEmpty();
    assertThat(alerts.update(Set.of(FULL), at(59))).isEmpty();
    assertThat(alerts.update(Set.of(FULL), at(60))).containsExactly(new Change(FULL, true));
    assertThat(alerts.update(Set.of(FULL), at(600))).isEmpty();
    assertThat(alerts.raised()).isEqualTo(1);
  }

  @Test
  void saysNothingOfWhatIsSoonOver() {
    alerts.update(Set.of(FULL), at(0));
    for (int second = 30; second < 900; second += 30) {
      assertThat(alerts.update(Set.of(), at(second))).isEmpty();
    }
    // Long gone: it begins anew.
    assertThat(alerts.update(Set.of(FULL), at(900))).isEmpty();
    assertThat(alerts.update(Set.of(FULL), at(959))).isEmpty();
  }

  @Test
  void clearsOnceWhatIsGoneForAWhile() {
    alerts.update(Set.of(FULL, CAMERA), at(0));
    alerts.update(Set.of(FULL, CAMERA), at(60));
    assertThat(alerts.update(Set.of(CAMERA), at(70))).isEmpty();
    assertThat(alerts.update(Set.of(CAMERA), at(189))).isEmpty();
    assertThat(alerts.update(Set.of(CAMERA), at(190))).containsExactly(new Change(FULL, false));
    assertThat(alerts.raised()).isEqualTo(1);
  }

  /// A camera that comes and goes, every few seconds or ten times in ten minutes, is one alert, and
  /// stays one.
  @ParameterizedTest
  @ValueSource(ints = {10, 60})
  void takesWhatComesAndGoesForLasting(int seconds) {
    int raised = 0;
    for (int second = 0; second < 3_600; second += seconds) {
      Set<Trouble> present = second / seconds % 2 == 0 ? Set.of(CAMERA) : Set.of();
      for (Change change : alerts.update(present, at(second))) {
        assertThat(change).isEqualTo(new Change(CAMERA, true));
        raised++;
      }
    }
    assertThat(raised).isEqualTo(1);
  }

  @Test
  void goesOnAfterARestart() {
    alerts.resume(FULL, at(0));
    assertThat(alerts.update(Set.of(FULL), at(500))).isEmpty();
    assertThat(alerts.update(Set.of(), at(510))).isEmpty();
    assertThat(alerts.update(Set.of(), at(630))).containsExactly(new Change(FULL, false));
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
