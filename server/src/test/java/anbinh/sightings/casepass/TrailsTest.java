package anbinh.sightings.casepass;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.Camera;
import anbinh.sightings.casepass.Trails.Leg;
import anbinh.sightings.casepass.Trails.Stop;
import anbinh.sightings.casepass.Trails.TrailPosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailsTest {
  private static final Instant START = Instant.parse("2026-11-30T11:00:00Z");

  /// Two cameras eleven kilometres from each other.
  private static final Camera.Place MARKET = place(20.35);

  private static final Camera.Place BRIDGE = place(20.45);

  private static Camera.Place place(double latitude) {
    return new Camera.Place(latitude, 105.24, null, null, null);
  }

  private static Stop stop(
      long position, @Nullable String text, int second, Camera.@Nullable Place place) {
    Instant from = START.plusSeconds(second);
    return new Stop(position, text, from, from.plusSeconds(2), place);
  }

  private static @Nullable Leg leg(Stop one, Stop next) {
    return Objects.requireNonNull(Trails.of(List.of(one, next)).get(next.position())).leg();
  }

  @Test
  void aReadingThatLooksAlikeIsOfTheSameVehicle() {
    Map<Long, TrailPosition> trails =
        Trails.of(
            List.of(
                stop(1, "36A12845", 0, MARKET),
                stop(2, "36A1Z845", 600, BRIDGE),
                stop(3, "36B12846", 700, BRIDGE),
                stop(4, null, 800, BRIDGE)));
    assertThat(trails.get(1L)).isEqualTo(new TrailPosition("36A12845", null));
    assertThat(trails.get(2L)).extracting(TrailPosition::vehicle).isEqualTo("36A12845");
    assertThat(trails.get(3L)).isEqualTo(new TrailPosition("36B12846", null));
    assertThat(trails).doesNotContainKey(4L);
  }

  @Test
  void aLegSaysHowFarAndHowLongItIs() {
    Leg leg = leg(stop(1, "36A12845", 0, MARKET), stop(2, "36A12845", 602, BRIDGE));
    assertThat(leg).isEqualTo(new Leg(11_071, 600, true));
  }

  @Test
  void aLegIsImpossibleWhereNoVehicleGoesSoFast() {
    Stop market = stop(1, "36A12845", 0, MARKET);
    assertThat(leg(market, stop(2, "36A12845", 200, BRIDGE)))
        .extracting(Leg::possible)
        .as("11 km in 198 seconds")
        .isEqualTo(true);
    assertThat(leg(market, stop(2, "36A12845", 180, BRIDGE)))
        .extracting(Leg::possible)
        .isEqualTo(false);
    assertThat(leg(market, stop(2, "36A12845", 1, BRIDGE)))
        .as("at two places at once")
        .isEqualTo(new Leg(11_071, 0, false));
  }

  @Test
  void camerasBesideEachOtherMaySeeOneVehicleAtOnce() {
    assertThat(leg(stop(1, "36A12845", 0, MARKET), stop(2, "36A12845", 1, place(20.352))))
        .extracting(Leg::possible)
        .isEqualTo(true);
  }

  @Test
  void thereIsNoLegFromWhereNobodyKnows() {
    assertThat(leg(stop(1, "36A12845", 0, null), stop(2, "36A12845", 600, BRIDGE))).isNull();
  }
}
