package anbinh.bench;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.lucene.LuceneIndex;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// `./anbinh bench search [--sightings 10000000] [--queries 1000]`: made-up passes of thirty days
/// before 2,000 cameras, as many as are asked for, are taken in and searched in each of the ways
/// that people search. Plates are misread as often as they are in the field, so that it is also said
/// how often the true one is among the first hits.
public final class SearchBench {
  private static final long BEGIN = 1_764_000_000_000L;
  private static final long LENGTH = 30L * 24 * 60 * 60 * 1000;
  private static final int CAMERAS = 2_000;
  private static final int COMMUNES = 166;
  private static final int BATCH = 10_000;
  private static final int PASSES_OF_A_VEHICLE = 12;

  private SearchBench() {}

  /// A vehicle of the made-up province.
  private record Vehicle(long plate, ObjectClass type, Colour colour) {}

  public static void main(String[] arguments) throws IOException {
    int sightings = 10_000_000;
    int queries = 1_000;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--sightings" -> sightings = Integer.parseInt(arguments[i + 1]);
        case "--queries" -> queries = Integer.parseInt(arguments[i + 1]);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    Path folder = Workplace.make().resolve("index");
    SplittableRandom random = new SplittableRandom(2026);
    List<Vehicle> vehicles = vehicles(random, Math.max(1_000, sightings / PASSES_OF_A_VEHICLE));
    PlateDictionary dictionary = new PlateDictionary();
    try (LuceneIndex index = new LuceneIndex(folder)) {
      long begun = System.nanoTime();
      fill(random, vehicles, sightings, dictionary, index);
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d sightings, %d different readings; %.0f a second%n",
          sightings,
          dictionary.size(),
          sightings / seconds);
      List<Result> results = new ArrayList<>();
      results.add(
          Result.absolute(
              "search-ingest-a-second", sightings / seconds, Double.NaN, 50_000, false));
      results.add(
          Result.absolute(
              "search-bytes-a-sighting", (double) size(folder) / sightings, Double.NaN, 40, true));
      PassSearch search = new PassSearch(dictionary, index);
      for (Question question : Question.values()) {
        results.addAll(question.measure(random, vehicles, search, index, queries));
      }
      results.forEach(System.out::println);
      System.exit(results.stream().allMatch(Result::met) ? 0 : 1);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    }
  }

  private static List<Vehicle> vehicles(SplittableRandom random, int count) {
    List<Vehicle> vehicles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean motorbike = random.nextInt(3) > 0;
      // Most are of the province.
      int code = random.nextInt(10) < 7 ? 36 : 11 + random.nextInt(89);
      String series = "ABCDEFGHKLMNPSTUVXYZ".charAt(random.nextInt(20)) + "";
      if (motorbike) {
        series += 1 + random.nextInt(9);
      }
      String plate = "%d%s%05d".formatted(code, series, random.nextInt(100_000));
      ObjectClass type =
          motorbike
              ? ObjectClass.MOTORBIKE
              : List.of(ObjectClass.CAR, ObjectClass.CAR, ObjectClass.TRUCK, ObjectClass.VAN)
                  .get(random.nextInt(4));
      vehicles.add(
          new Vehicle(
              PlateCode.of(plate), type, Colour.values()[random.nextInt(Colour.values().length)]));
    }
    return vehicles;
  }

  private static void fill(
      SplittableRandom random,
      List<Vehicle> vehicles,
      int sightings,
      PlateDictionary dictionary,
      LuceneIndex index)
      throws IOException {
    List<Pass> batch = new ArrayList<>();
    for (int i = 1; i <= sightings; i++) {
      Vehicle vehicle = vehicles.get(random.nextInt(vehicles.size()));
      int camera = random.nextInt(CAMERAS);
      boolean night = random.nextInt(3) == 0;
      long read = misread(random, vehicle.plate());
      dictionary.add(read);
      batch.add(
          new Pass(
              i,
              BEGIN + LENGTH / sightings * i,
              "camera-" + camera,
              List.of("commune-" + camera % COMMUNES, "province"),
              List.of(read),
              random.nextInt(10) == 0 ? null : vehicle.type(),
              night ? Set.of() : EnumSet.of(vehicle.colour()),
              Direction.values()[random.nextInt(2)]));
      if (batch.size() == BATCH || i == sightings) {
        index.append(batch);
        batch.clear();
      }
    }
    index.commit(sightings);
    index.refresh();
  }

  /// One plate in ten is misread by a character that looks like another, one in fifty by any.
  private static long misread(SplittableRandom random, long plate) {
    int chance = random.nextInt(50);
    if (chance > 5) {
      return plate;
    }
    StringBuilder text = new StringBuilder(PlateCode.text(plate));
    int at = random.nextInt(text.length());
    String alike = anbinh.vision.plate.Confusions.of(text.charAt(at));
    if (chance > 0 && !alike.isEmpty()) {
      text.setCharAt(at, alike.charAt(random.nextInt(alike.length())));
    } else {
      text.setCharAt(at, PlateCode.ALPHABET.charAt(random.nextInt(10)));
    }
    return PlateCode.of(text);
  }

  /// A way in which people search.
  private enum Question {
    EXACT(0, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        return plate;
      }
    },
    ONE_UNKNOWN(0, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        int at = 2 + random.nextInt(plate.length() - 2);
        return plate.substring(0, at) + "?" + plate.substring(at + 1);
      }
    },
    BEGINNING(0, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        return plate.substring(0, 5) + "*";
      }
    },
    END(0, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        return "*" + plate.substring(plate.length() - 5);
      }
    },
    MISREAD(30, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        return plate;
      }
    },
    MISREAD_AND_MISREMEMBERED(30, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        StringBuilder wrong = new StringBuilder(plate);
        wrong.setCharAt(2 + random.nextInt(plate.length() - 2), (char) ('0' + random.nextInt(10)));
        return wrong.toString();
      }
    },
    ATTRIBUTES(-1, 20) {
      @Override
      String pattern(SplittableRandom random, String plate) {
        return plate;
      }
    };

    private final int most;
    private final double goal;

    Question(int most, double goal) {
      this.most = most;
      this.goal = goal;
    }

    abstract String pattern(SplittableRandom random, String plate);

    /// Asked within a commune or the province, in a part of the time, with type and colour.
    List<Result> measure(
        SplittableRandom random,
        List<Vehicle> vehicles,
        PassSearch search,
        PassIndex index,
        int queries)
        throws IOException {
      double[] millis = new double[queries];
      long hits = 0;
      // The first are to warm up.
      for (int i = -queries / 2; i < queries; i++) {
        Vehicle vehicle = vehicles.get(random.nextInt(vehicles.size()));
        long from = BEGIN + random.nextLong(LENGTH / 2);
        PassQuery filter =
            new PassQuery(
                null,
                Set.of(random.nextBoolean() ? "province" : "commune-" + random.nextInt(COMMUNES)),
                from,
                from + (most < 0 ? LENGTH / 60 : LENGTH / 2),
                Set.of(vehicle.type()),
                Set.of(vehicle.colour()),
                null,
                false,
                50);
        String pattern = pattern(random, PlateCode.text(vehicle.plate()));
        long begun = System.nanoTime();
        List<Hit> found =
            most < 0
                ? index.search(filter)
                : search.search(PlatePattern.of(pattern), ReadingCosts.DEFAULT, most, filter);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - begun) / 1e6;
          hits += found.size();
        }
      }
      Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT,
          "%s: p50 %.2f p99 %.2f ms, %.1f hits%n",
          name().toLowerCase(Locale.ROOT),
          millis[queries / 2],
          millis[queries * 99 / 100],
          (double) hits / queries);
      return List.of(
          Result.absolute(
              "search-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-p99-ms",
              millis[queries * 99 / 100],
              Double.NaN,
              goal,
              true));
    }
  }
}
