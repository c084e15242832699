package anbinh.sightings.index;

import anbinh.sightings.dictionary.PlateCode;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Made-up passes of three weeks before twelve cameras of three communes, and questions about them.
/// There are few plates, so that questions find something.
public final class RandomPasses {
  private static final long BEGIN = 1_764_000_000_000L;
  private static final long LENGTH = 21L * 24 * 60 * 60 * 1000;

  private final SplittableRandom random;
  private long position;

  public RandomPasses(long seed) {
    random = new SplittableRandom(seed);
  }

  public List<Pass> next(int count) {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int camera = random.nextInt(12);
      List<Long> plates = new ArrayList<>();
      for (int reading = random.nextInt(4); reading > 0; reading--) {
        plates.add(plate());
      }
      passes.add(
          new Pass(
              ++position,
              BEGIN + random.nextLong(LENGTH),
              "camera-" + camera,
              List.of("commune-" + camera % 3, "province"),
              plates,
              one(ObjectClass.values()),
              some(Colour.class),
              one(Direction.values()),
              "model-" + position % 3));
    }
    return passes;
  }

  private long plate() {
    return PlateCode.of("36A%05d".formatted(random.nextInt(200)));
  }

  private <T> @Nullable T one(T[] values) {
    return random.nextInt(4) == 0 ? null : values[random.nextInt(values.length)];
  }

  private <E extends Enum<E>> Set<E> some(Class<E> type) {
    Set<E> some = EnumSet.noneOf(type);
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)]);
    }
    return some;
  }

  /// The same for some plates that cost more by some readers, as chance has it.
  public PassQuery byReader(PassQuery query) {
    Map<Long, Integer> plates = query.plates() == null ? somePlates() : query.plates();
    int salt = random.nextInt();
    return query.of(
        plates,
        (plate, model, camera) ->
            plates.getOrDefault(plate, 0)
                + 3 * Math.floorMod(Objects.hash(plate, model, camera, salt), 5));
  }

  private Map<Long, Integer> somePlates() {
    Map<Long, Integer> plates = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      plates.put(plate(), 10 * random.nextInt(4));
    }
    return plates;
  }

  public PassQuery query() {
    PassQuery query = byAnyReader();
    return query.plates() != null && random.nextBoolean() ? byReader(query) : query;
  }

  private PassQuery byAnyReader() {
    Map<Long, Integer> plates = null;
    if (random.nextInt(3) > 0) {
      plates = new HashMap<>();
      for (int i = 1 + random.nextInt(40); i > 0; i--) {
        plates.put(plate(), 10 * random.nextInt(4));
      }
      if (random.nextInt(6) == 0) {
        for (int i = 0; i < 5_000; i++) {
          plates.put(PlateCode.of("99Z%05d".formatted(i)), 10); // that nothing has
        }
      }
    }
    long from = BEGIN - 1000 + random.nextLong(LENGTH);
    return new PassQuery(
        plates,
        places(),
        from,
        from + 1 + random.nextLong(LENGTH),
        random.nextBoolean() ? Set.of() : some(ObjectClass.class),
        random.nextBoolean() ? Set.of() : some(Colour.class),
        one(Direction.values()),
        random.nextInt(4) == 0,
        random.nextInt(3) > 0
            ? null
            : new Hit(
                random.nextLong(position) + 1,
                from + random.nextLong(LENGTH),
                random.nextInt(30),
                -1),
        1 + random.nextInt(60));
  }

  private @Nullable Set<String> places() {
    if (random.nextInt(6) == 0) {
      return null;
    }
    Set<String> places = new HashSet<>();
    if (random.nextBoolean()) {
      places.add("province");
    } else {
      places.add("commune-" + random.nextInt(3));
      places.add("camera-" + random.nextInt(14));
    }
    if (random.nextInt(3) == 0) {
      places.remove("province");
      for (int i = 0; i < 20; i++) {
        places.add("camera-" + (6 + i)); // of which there are six
      }
    }
    return places;
  }
}
