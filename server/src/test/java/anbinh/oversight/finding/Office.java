package anbinh.oversight.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// Made-up traffic of one commune's office over 61 days, from a seed: what its assumptions are
/// stands in `docs/design/oversight.md`. All of it is generated; none of it is anybody's.
final class Office {
  static final int DAYS = 61;
  private static final int CAMERAS = 40;

  final List<UUID> officers;
  final List<UUID> investigators;
  final List<UUID> cameras = IntStream.range(0, CAMERAS).mapToObj(n -> UUID.randomUUID()).toList();

  /// How many looks at footage the office had: the requests that false alarms are counted among.
  int looks;

  private final SplittableRandom random;
  private final Instant start;
  private final UUID area;
  private final Acts acts;
  private final double[] popularity = new double[CAMERAS];

  /// @param officers duty officers
  Office(
      long seed,
      Instant start,
      UUID area,
      List<UUID> officers,
      List<UUID> investigators,
      Acts acts) {
    this.random = new SplittableRandom(seed);
    this.start = start;
    this.area = area;
    this.officers = List.copyOf(officers);
    this.investigators = List.copyOf(investigators);
    this.acts = acts;
    double sum = 0;
    for (int n = 0; n < CAMERAS; n++) {
      sum += 1 / Math.pow(n + 1, .8);
      popularity[n] = sum;
    }
  }

  void work() {
    for (int day = 0; day < DAYS; day++) {
      reports(day);
      cases(day);
      routine(day);
    }
  }

  /// Two a day: a duty officer looks at a few cameras, some of them again on the next day; a fifth
  /// become cases, which somebody else opens.
  private void reports(int day) {
    for (int n = poisson(2); n > 0; n--) {
      UUID officer = any(officers);
      Instant happened = at(day, 0, 24);
      List<UUID> seen = some(1 + random.nextInt(3));
      for (UUID camera : seen) {
        for (int look = 1 + random.nextInt(4); look > 0; look--) {
          look(happened.plus(minutes(20, 1_800)), officer, camera, happened.minus(minutes(1, 15)));
        }
      }
      if (random.nextInt(5) == 0) {
        work(happened, seen);
      }
    }
  }

  private void cases(int day) {
    if (random.nextInt(100) < 40) {
      work(at(day, 0, 24), some(1 + random.nextInt(4)));
    }
  }

  /// An investigator looks at the cameras of a case for ten days, sometimes late; a colleague
  /// helps.
  private void work(Instant happened, List<UUID> seen) {
    UUID owner = any(investigators);
    UUID about = UUID.randomUUID();
    Instant opened = happened.plus(minutes(60, 600));
    acts.opened(opened, owner, about, area, happened);
    UUID helper = any(investigators);
    boolean writes = random.nextBoolean();
    if (writes) {
      acts.noted(opened.plus(minutes(60, 2_000)), helper, about);
    }
    for (int look = 6 + random.nextInt(14); look > 0; look--) {
      Instant at = working(opened.plus(minutes(0, 14_400)), 3);
      Instant from = happened.plus(minutes(-720, 720));
      boolean helps = random.nextInt(100) < (writes ? 30 : 8);
      look(at, helps ? helper : owner, any(seen), from.isBefore(at) ? from : at.minusSeconds(900));
    }
  }

  /// Whether cameras record; a report that becomes no case; lists; a live wall.
  private void routine(int day) {
    for (UUID officer : officers) {
      for (int n = poisson(3); n > 0; n--) {
        Instant at = at(day, 0, 24);
        look(at, officer, cameras.get(random.nextInt(CAMERAS)), at.minus(minutes(5, 600)));
      }
      Instant at = at(day, 0, 24);
      some(6).forEach(camera -> acts.live(at, officer, camera));
    }
    for (UUID investigator : investigators) {
      if (random.nextBoolean()) {
        Instant at = at(day, 7, 20);
        look(at, investigator, popular(), at.minus(minutes(30, 2_880)));
      }
      for (int n = poisson(6); n > 0; n--) {
        acts.read(at(day, 7, 20), investigator);
      }
    }
  }

  private void look(Instant at, UUID who, UUID camera, Instant from) {
    looks++;
    acts.watched(at, who, camera, from, Duration.ofMinutes(1 + random.nextInt(20)));
  }

  /// The pattern of Milwaukee: looks of one person at one target, spread over the 61 days without a
  /// case, each at the footage of the last minutes; not two within half an hour, which would be
  /// one.
  List<Instant> pattern(UUID who, UUID target, int count) {
    List<Instant> times = new ArrayList<>();
    while (times.size() < count) {
      Instant at = at(random.nextInt(DAYS), 7, 22);
      if (times.stream().noneMatch(other -> Duration.between(other, at).abs().toMinutes() < 30)) {
        times.add(at);
        acts.watched(at, who, target, at.minusSeconds(900), Duration.ofMinutes(10));
      }
    }
    return times.stream().sorted().toList();
  }

  UUID anyCamera() {
    return cameras.get(random.nextInt(CAMERAS));
  }

  private List<UUID> some(int count) {
    List<UUID> chosen = new ArrayList<>();
    while (chosen.size() < count) {
      UUID camera = popular();
      if (!chosen.contains(camera)) {
        chosen.add(camera);
      }
    }
    return chosen;
  }

  private UUID popular() {
    double drawn = random.nextDouble(popularity[CAMERAS - 1]);
    int n = 0;
    while (popularity[n] < drawn) {
      n++;
    }
    return cameras.get(n);
  }

  private UUID any(List<UUID> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Instant at(int day, int fromHour, int toHour) {
    return start
        .plus(Duration.ofDays(day))
        .plusSeconds(random.nextLong(fromHour * 3_600L, toHour * 3_600L));
  }

  /// The moment, or the next morning when it is at night but for so many of a hundred.
  private Instant working(Instant at, int nights) {
    long hour = Duration.between(start, at).toHours() % 24;
    return (hour < 7 || hour >= 20) && random.nextInt(100) >= nights
        ? at.plus(Duration.ofHours(hour < 7 ? 7 - hour : 31 - hour))
        : at;
  }

  private Duration minutes(int from, int to) {
    return Duration.ofMinutes(random.nextInt(from, to + 1));
  }

  private int poisson(double mean) {
    int drawn = 0;
    double product = random.nextDouble();
    while (product > Math.exp(-mean)) {
      drawn++;
      product *= random.nextDouble();
    }
    return drawn;
  }
}
