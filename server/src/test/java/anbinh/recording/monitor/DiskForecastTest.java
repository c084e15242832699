package anbinh.recording.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.monitor.DiskForecast.Growth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskForecastTest {
  private static final long MEGABYTE = 1_000_000;

  @Test
  void saysWhenTheDiskIsFullAtThePresentRate() {
    assertThat(DiskForecast.full(3_600 * MEGABYTE, List.of(growth(MEGABYTE, 30))))
        .hasValue(Duration.ofHours(1));
  }

  @Test
  void seesRoomForAllThatIsKept() {
    assertThat(DiskForecast.full(86_401L * MEGABYTE, List.of(growth(MEGABYTE, 1)))).isEmpty();
    assertThat(DiskForecast.full(86_399L * MEGABYTE, List.of(growth(MEGABYTE, 1))))
        .hasValue(Duration.ofSeconds(86_399));
  }

  /// A camera whose oldest footage is deleted already needs no more room.
  @Test
  void countsNoCameraThatIsAtItsKeepTime() {
    assertThat(DiskForecast.full(MEGABYTE, List.of(growth(9 * MEGABYTE, 0), growth(0, 30))))
        .isEmpty();
  }

  @Test
  void growsSlowerOnceSomeAreAtTheirKeepTime() {
    // Two megabytes a second for a day, then one.
    long free = 2 * 86_400 * MEGABYTE + 3_600 * MEGABYTE;
    assertThat(DiskForecast.full(free, List.of(growth(MEGABYTE, 1), growth(MEGABYTE, 9))))
        .hasValue(Duration.ofDays(1).plusHours(1));
  }

  @Test
  void isFullAtOnceWithoutRoom() {
    assertThat(DiskForecast.full(0, List.of(growth(MEGABYTE, 30)))).hasValue(Duration.ZERO);
  }

  private static Growth growth(double bytesPerSecond, int days) {
    return new Growth(bytesPerSecond, Duration.ofDays(days));
  }
}
