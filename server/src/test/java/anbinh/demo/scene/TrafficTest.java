package anbinh.demo.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Instant TIME = Instant.parse("2026-11-25T02:00:03Z");
  private static final Duration HEADWAY = Duration.ofMillis(1_300);
  private final Traffic traffic = new Traffic(7, 3, HEADWAY);

  @Test
  void showsTheSameVehiclesAtTheSameInstant() {
    assertThat(traffic.at(TIME)).isEqualTo(new Traffic(7, 3, HEADWAY).at(TIME)).isNotEmpty();
  }

  @Test
  void showsOtherVehiclesToAnotherCamera() {
    assertThat(plates(traffic, 60)).isNotEqualTo(plates(new Traffic(8, 3, HEADWAY), 60));
  }

  @Test
  void keepsAVehicleInItsLaneAndMovesItTowardsTheCamera() {
    for (Vehicle vehicle : traffic.at(TIME)) {
      List<Vehicle> later =
          traffic.at(TIME.plusMillis(100)).stream()
              .filter(other -> other.plateLines().equals(vehicle.plateLines()))
              .toList();
      if (vehicle.progress() < 0.98) {
        assertThat(later).singleElement().extracting(Vehicle::lane).isEqualTo(vehicle.lane());
        assertThat(later.getFirst().progress()).isGreaterThan(vehicle.progress());
      }
    }
  }

  @Test
  void writesVietnamesePlates() {
    assertThat(plates(traffic, 600))
        .allSatisfy(plate ->
            assertThat(plate)
                .matches("36[A-Z]-\\d{3}\\.\\d{2}|36-[A-Z][1-9]\\d{3}\\.\\d{2}|30V-465\\.97"));
  }

  @Test
  void oneCarComesAgainAndAgain() {
    assertThat(plates(traffic, 30)).contains("30V-465.97");
  }

  private static List<String> plates(Traffic traffic, int seconds) {
    return IntStream.range(0, seconds)
        .mapToObj(second -> traffic.at(TIME.plusSeconds(second)))
        .flatMap(List::stream)
        .map(vehicle -> String.join("", vehicle.plateLines()))
        .distinct()
        .toList();
  }
}
