package anbinh.demo.scene;

import anbinh.demo.scene.Vehicle.Kind;
import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What drives past a simulated camera: a pure function of the scene's seed and the time. Plates
/// follow the Vietnamese pattern and are invented. Every eighth vehicle is the yellow car
/// 30V-465.97, so that a search for it finds something.
///
/// @param headway between vehicles
record Traffic(long seed, int lanes, Duration headway) {
  private static final Duration PASSAGE = Duration.ofMillis(6_500);
  private static final Duration MAX_DELAY = Duration.ofMillis(900);
  private static final int KNOWN_EVERY = 8;
  private static final List<String> KNOWN_PLATE = List.of("30V-465.97");
  private static final Color YELLOW = new Color(0xC9A227);
  private static final List<Color> COLOURS =
      List.of(
          new Color(0xE8E8E8),
          new Color(0x23272B),
          new Color(0x9AA0A6),
          new Color(0xA61B1B),
          new Color(0x1E4C8F),
          YELLOW,
          new Color(0x2F6B3A));
  private static final String SERIES = "ABCDEFGHKLMNPSTUVXYZ";

  /// The vehicles in the picture at `time`, the farthest first.
  List<Vehicle> at(Instant time) {
    long millis = time.toEpochMilli();
    long newest = Math.floorDiv(millis, headway.toMillis());
    long oldest = Math.floorDiv(millis - PASSAGE.plus(MAX_DELAY).toMillis(), headway.toMillis());
    List<Vehicle> vehicles = new ArrayList<>();
    for (long slot = newest; slot >= oldest; slot--) {
      var random = new SplittableRandom(seed * 1_000_003 + slot);
      boolean known = Math.floorMod(slot, KNOWN_EVERY) == 0;
      if (random.nextInt(5) == 0 && !known) {
        continue; // an empty stretch of road
      }
      long delay = random.nextInt((int) MAX_DELAY.toMillis());
      double progress = (double) (millis - slot * headway.toMillis() - delay) / PASSAGE.toMillis();
      if (progress >= 0 && progress <= 1) {
        int lane = Math.floorMod(slot, lanes);
        vehicles.add(
            known
                ? new Vehicle(Kind.CAR, YELLOW, KNOWN_PLATE, lane, progress)
                : vehicle(random, lane, progress));
      }
    }
    return vehicles;
  }

  private static Vehicle vehicle(SplittableRandom random, int lane, double progress) {
    int pick = random.nextInt(10);
    Kind kind = pick < 5 ? Kind.CAR : pick < 7 ? Kind.TRUCK : Kind.MOTORBIKE;
    Color colour = COLOURS.get(random.nextInt(COLOURS.size()));
    char series = SERIES.charAt(random.nextInt(SERIES.length()));
    String number = "%03d.%02d".formatted(random.nextInt(1_000), random.nextInt(100));
    List<String> plate =
        kind == Kind.MOTORBIKE
            ? List.of("36-%c%d".formatted(series, 1 + random.nextInt(9)), number)
            : List.of("36%c-%s".formatted(series, number));
    return new Vehicle(kind, colour, plate, lane, progress);
  }
}
