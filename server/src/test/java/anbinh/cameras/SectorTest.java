package anbinh.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SectorTest {
  private static final double LATITUDE = 19.8067;
  private static final double LONGITUDE = 105.7764;
  private static final Offset<Double> MILLIMETRE = within(0.001);

  /// Metres that a degree of latitude and of longitude has here, from the ellipsoid's radii of
  /// curvature, worked out by hand.
  private static final double UP = 110_701.9;

  private static final double ACROSS = 104_775.9;

  private static Sector sector(int direction, int angle, double range) {
    return new Sector(LATITUDE, LONGITUDE, direction, angle, range);
  }

  private static Sector.Sight from(Sector sector, double east, double north) {
    return sector.sight(LATITUDE + north / UP, LONGITUDE + east / ACROSS);
  }

  @Test
  void measuresMetresOnTheEllipsoid() {
    Sector.Sight north = from(sector(0, 90, 50), 0, 100);
    assertThat(north.distanceMetres()).isEqualTo(100, within(0.01));
    assertThat(north.bearingDegrees()).isEqualTo(0, within(0.001));
    Sector.Sight east = from(sector(0, 90, 50), 100, 0);
    assertThat(east.distanceMetres()).isEqualTo(100, within(0.01));
    assertThat(east.bearingDegrees()).isEqualTo(90, within(0.001));
  }

  @Test
  void whatLiesWithinIsNotOutside() {
    assertThat(from(sector(90, 60, 80), 40, 10).metresOutside()).isZero();
    assertThat(from(sector(90, 60, 80), 79.9, 0).metresOutside()).isZero();
    assertThat(from(sector(350, 60, 80), 10, 60).metresOutside()).isZero();
    assertThat(from(sector(90, 360, 80), -79, 0).metresOutside()).isZero();
    assertThat(from(sector(90, 60, 80), 0, 0).metresOutside()).isZero();
  }

  @Test
  void whatLiesBeyondIsAsFarOutsideAsTheNearestPartOfTheSector() {
    assertThat(from(sector(90, 60, 80), 100, 0).metresOutside()).isEqualTo(20, within(0.02));
    // Straight behind the camera the nearest is the camera itself.
    assertThat(from(sector(90, 60, 80), -30, 0).metresOutside()).isEqualTo(30, within(0.01));
    // Beside an edge that runs east: as far as it is north of the edge.
    assertThat(from(sector(120, 60, 80), 40, 12).metresOutside()).isEqualTo(12, within(0.01));
    // Beside that edge, beyond its end.
    assertThat(from(sector(120, 60, 80), 84, 3).metresOutside()).isEqualTo(5, within(0.02));
  }

  @Test
  void saysHowFarFromTheMiddleWhicheverWayRound() {
    assertThat(from(sector(10, 90, 50), -10, 30).offAxisDegrees())
        .isEqualTo(10 + Math.toDegrees(Math.atan2(10, 30)), within(0.05));
    assertThat(from(sector(350, 90, 50), 10, 30).offAxisDegrees())
        .isEqualTo(10 + Math.toDegrees(Math.atan2(10, 30)), within(0.05));
    assertThat(from(sector(180, 90, 50), 0, 30).offAxisDegrees()).isEqualTo(180, within(0.001));
  }

  /// Against the distance to the nearest of many points that fill the sector.
  @Test
  void agreesWithMeasuringToManyPointsOfTheSector() {
    long seed = 20_261_125;
    var random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      int direction = random.nextInt(360);
      int angle = 1 + random.nextInt(360);
      double range = 20 + random.nextInt(200);
      double east = (random.nextDouble() - 0.5) * 3 * range;
      double north = (random.nextDouble() - 0.5) * 3 * range;
      double nearest = Double.MAX_VALUE;
      for (int ray = 0; ray <= 720; ray++) {
        double bearing = Math.toRadians(direction - angle / 2.0 + angle * ray / 720.0);
        for (int step = 0; step <= 200; step++) {
          double reach = range * step / 200.0;
          nearest =
              Math.min(
                  nearest,
                  Math.hypot(reach * Math.sin(bearing) - east, reach * Math.cos(bearing) - north));
        }
      }
      double outside = from(sector(direction, angle, range), east, north).metresOutside();
      assertThat(outside)
          .as("seed %d round %d", seed, round)
          .isBetween(Math.max(0, nearest - 3.0), nearest + 0.1);
    }
  }

  @Test
  void theSquaresAroundWhatIsSeenAreNeverTooSmall() {
    for (double latitude = -80; latitude <= 80; latitude += 2.5) {
      var sector = new Sector(latitude, LONGITUDE, 0, 360, 100);
      double up = sector.sight(latitude + Sector.latitudeDegrees(100), LONGITUDE).distanceMetres();
      double aside =
          sector
              .sight(latitude, LONGITUDE + Sector.longitudeDegrees(100, latitude))
              .distanceMetres();
      assertThat(up).isGreaterThanOrEqualTo(100 - MILLIMETRE.value);
      assertThat(aside).isGreaterThanOrEqualTo(100 - MILLIMETRE.value);
    }
  }
}
