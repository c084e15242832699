package anbinh.bench;

import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Pass;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.plate.Confusions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Synthetic passes of thirty days before 2,000 cameras of a province, the same ones each time. A
/// few vehicles pass often and many seldom; plates are misread now and then. Probes are vehicles
/// that pass once and are misread.
final class SyntheticPasses {
  static final long BEGIN = 1_764_000_000_000L;
  static final long LENGTH = 30L * 24 * 60 * 60 * 1000;
  static final int COMMUNES = 166;
  private static final int CAMERAS = 2_000;
  private static final int PASSES_OF_A_VEHICLE = 12;
  private static final int MIN_VEHICLES = 1_000;
  private static final int BATCH = 10_000;
  private static final String MODEL = "model-1";
  private static final long SEED = 2026;
  private static final List<Colour> COLOURS = List.of(Colour.values());
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());
  private static final String LETTERS = "ABCDEFGHKLMNPSTUVXYZ";

  /// Of the cameras with an even number, each of which misreads a digit of its own as a letter.
  static final ReaderCosts COSTS = costs();

  /// @param plate as it stands on it
  record Vehicle(long plate, ObjectClass type, Colour colour) {}

  /// A vehicle that passes once.
  ///
  /// @param readings of its plate, the surest first
  record Probe(Vehicle vehicle, List<Long> readings) {}

  /// Takes passes in the order of their positions, so many at a time.
  @FunctionalInterface
  interface Sink {
    void accept(List<Pass> passes) throws IOException;
  }

  private final int count;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();

  /// @param count of passes
  /// @param probes of vehicles that pass once and are misread
  SyntheticPasses(int count, int probes) {
    this.count = count;
    SplittableRandom random = new SplittableRandom(SEED);
    while (vehicles.size() < Math.max(MIN_VEHICLES, count / PASSES_OF_A_VEHICLE)) {
      vehicles.add(vehicle(random));
    }
    while (this.probes.size() < probes) {
      Vehicle vehicle = vehicle(random);
      this.probes.add(new Probe(vehicle, List.of(misread(random, vehicle.plate()))));
    }
  }

  /// Adds a vehicle that passes once.
  void add(Probe probe) {
    probes.add(probe);
  }

  int count() {
    return count;
  }

  List<Probe> probes() {
    return probes;
  }

  /// The pass of a probe: they are spread evenly.
  long position(int probe) {
    return (long) (probe + 1) * (count / (probes.size() + 1));
  }

  /// A vehicle that passes, the rather the oftener it does.
  Vehicle any(SplittableRandom random) {
    double place = random.nextDouble();
    return vehicles.get((int) (place * place * vehicles.size()));
  }

  private static Vehicle vehicle(SplittableRandom random) {
    boolean motorbike = random.nextInt(3) > 0;
    // Most are of the province.
    int code = random.nextInt(10) < 7 ? 36 : 11 + random.nextInt(89);
    String series = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
    if (motorbike) {
      series += 1 + random.nextInt(9);
    }
    ObjectClass type =
        motorbike
            ? ObjectClass.MOTORBIKE
            : List.of(ObjectClass.CAR, ObjectClass.CAR, ObjectClass.TRUCK, ObjectClass.VAN)
                .get(random.nextInt(4));
    return new Vehicle(
        PlateCode.of("%d%s%05d".formatted(code, series, random.nextInt(100_000))),
        type,
        COLOURS.get(random.nextInt(COLOURS.size())));
  }

  void forEach(Sink sink) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    List<Pass> batch = new ArrayList<>();
    int probe = 0;
    for (int position = 1; position <= count; position++) {
      if (probe < probes.size() && position(probe) == position) {
        Probe next = probes.get(probe++);
        batch.add(pass(random, position, next.vehicle(), next.readings()));
      } else {
        Vehicle vehicle = any(random);
        boolean misread = random.nextInt(100) < 12;
        long reading = misread ? misread(random, vehicle.plate()) : vehicle.plate();
        batch.add(pass(random, position, vehicle, List.of(reading)));
      }
      if (batch.size() == BATCH || position == count) {
        sink.accept(List.copyOf(batch));
        batch.clear();
      }
    }
  }

  private Pass pass(SplittableRandom random, long position, Vehicle vehicle, List<Long> readings) {
    int camera = random.nextInt(CAMERAS);
    boolean night = random.nextInt(3) == 0;
    return new Pass(
        position,
        BEGIN + LENGTH / count * position,
        "camera-" + camera,
        List.of("commune-" + camera % COMMUNES, "province"),
        readings,
        random.nextInt(10) == 0 ? null : vehicle.type(),
        night ? Set.of() : EnumSet.of(vehicle.colour()),
        DIRECTIONS.get(random.nextInt(2)),
        MODEL);
  }

  private static ReaderCosts costs() {
    Map<String, ReadingCosts> cameras = new HashMap<>();
    for (int camera = 0; camera < CAMERAS; camera += 2) {
      ConfusionCounts counts = new ConfusionCounts();
      String digits = String.valueOf(10_000 + 11 * camera);
      String misread = digits.replace(digits.charAt(1), LETTERS.charAt(camera % LETTERS.length()));
      for (int i = 0; i < 500; i++) {
        counts.confirm(PlateCode.of(digits), PlateCode.of(i % 10 == 0 ? misread : digits));
      }
      cameras.put(
          "camera-" + camera, ReadingCosts.DEFAULT.learn(counts).orLess(ReadingCosts.DEFAULT));
    }
    return new ReaderCosts(Map.of(MODEL, new ReaderCosts.Model(ReadingCosts.DEFAULT, cameras)));
  }

  /// Five of six are misread by a character that looks like another, where there is one, the sixth
  /// by any.
  private static long misread(SplittableRandom random, long plate) {
    String right = PlateCode.text(plate);
    StringBuilder text = new StringBuilder(right);
    boolean alike = random.nextInt(6) > 0;
    while (text.toString().equals(right)) {
      int at = random.nextInt(text.length());
      String others = Confusions.of(text.charAt(at));
      if (!alike) {
        text.setCharAt(at, PlateCode.ALPHABET.charAt(random.nextInt(10)));
      } else if (!others.isEmpty()) {
        text.setCharAt(at, others.charAt(random.nextInt(others.length())));
      } else {
        alike = Confusions.of(right.charAt(at)).isEmpty() && random.nextInt(8) > 0;
      }
    }
    return PlateCode.of(text);
  }
}
