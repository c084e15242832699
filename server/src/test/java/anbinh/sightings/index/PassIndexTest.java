package anbinh.sightings.index;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.dictionary.PlateCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What every engine does alike, with a scan of all passes as its judge.
public abstract class PassIndexTest {
  protected static final long DAY = 24L * 60 * 60 * 1000;

  private static final String MODEL = "model-1";

  /// Of the random passes.
  protected static final long BEGIN = 1_764_000_000_000L;

  /// Opens the index of the test: an empty one at first, later the one that is there.
  protected abstract PassIndex open() throws IOException;

  /// In which passes are kept, in their order.
  protected abstract List<Long> weeks() throws IOException;

  /// How many passes of a week are kept, found or not.
  protected abstract long kept(long week) throws IOException;

  /// How many queries are compared.
  protected int queries() {
    return 400;
  }

  protected static PassQuery everything() {
    return new PassQuery(
        null,
        Set.of("province"),
        0,
        Long.MAX_VALUE / 4,
        Set.of(),
        Set.of(),
        null,
        false,
        null,
        PassQuery.MAX_LIMIT);
  }

  protected static List<Long> positions(PassIndex index) throws IOException {
    index.refresh();
    return index.search(everything()).stream().map(Hit::position).sorted().toList();
  }

  protected static void assertSame(
      PassIndex index, ScanIndex scan, RandomPasses random, int queries) throws IOException {
    assertThat(index.search(everything())).isEqualTo(scan.search(everything()));
    for (int i = 0; i < queries; i++) {
      PassQuery query = random.query();
      assertThat(index.search(query)).as(query.toString()).isEqualTo(scan.search(query));
    }
  }

  @Test
  void findsTheSameAsLookingAtEachPass() throws IOException {
    RandomPasses random = new RandomPasses(11);
    ScanIndex scan = new ScanIndex();
    try (PassIndex index = open()) {
      for (int batch = 0; batch < 5; batch++) {
        List<Pass> passes = random.next(500);
        scan.append(passes);
        index.append(passes);
        index.refresh(); // so that there are several segments
      }
      int hits = 0;
      for (int i = 0; i < queries(); i++) {
        PassQuery query = random.query();
        List<Hit> expected = scan.search(query);
        assertThat(index.search(query)).as(query.toString()).isEqualTo(expected);
        hits += expected.size();
      }
      assertThat(hits).isGreaterThan(5 * queries());
    }
  }

  /// The order by what read each pass is one of all hits, so that parts of it never overlap.
  @Test
  void partsFollowOneAnotherWhateverAPlateCostsByItsReader() throws IOException {
    RandomPasses random = new RandomPasses(23);
    List<Pass> passes = random.next(3_000);
    ScanIndex scan = new ScanIndex();
    scan.append(passes);
    try (PassIndex index = open()) {
      index.append(passes);
      index.refresh();
      PassQuery query = random.byReader(everything());
      List<Hit> all = scan.search(query);
      assertThat(all).hasSizeGreaterThan(500);
      assertThat(index.search(query)).isEqualTo(all);
      List<Hit> found = new ArrayList<>();
      List<Hit> part = index.search(query.page(null, 150));
      while (!part.isEmpty()) {
        found.addAll(part);
        part = index.search(query.page(found.getLast(), 150));
      }
      assertThat(found).isEqualTo(all);
    }
  }

  @Test
  void takesTheStreamAgainFromWhereItWasCommitted() throws IOException {
    List<Pass> passes = new RandomPasses(12).next(300);
    PassIndex killed = open();
    killed.append(passes.subList(0, 100));
    killed.commit(100);
    killed.append(passes.subList(100, 200));
    killed.close();
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(100);
      assertThat(positions(index)).hasSizeGreaterThanOrEqualTo(100);
      index.append(passes.subList(50, 300)); // also what it has already
      assertThat(positions(index)).hasSize(300).doesNotHaveDuplicates();
      index.commit(300);
      assertThat(index.position()).isEqualTo(300);
    }
  }

  /// A camera that was cut off gives passes of an earlier week, which may not have been there.
  @Test
  void takesAnEarlierWeekThatComesLate() throws IOException {
    List<Pass> passes =
        new RandomPasses(16)
            .next(200).stream()
                .sorted(Comparator.comparingLong(pass -> -Weeks.of(pass.time())))
                .toList();
    List<Pass> stream = new ArrayList<>();
    for (Pass pass : passes) {
      stream.add(at(stream.size() + 1, pass.time()));
    }
    PassIndex killed = open();
    for (int i = 0; i < 150; i += 10) {
      killed.append(stream.subList(i, i + 10));
      if (i % 20 == 0) {
        killed.commit(i + 10);
      }
    }
    killed.close();
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(150);
      index.append(stream.subList(100, 200));
      assertThat(positions(index)).hasSize(200).doesNotHaveDuplicates();
    }
  }

  @Test
  void dropsExactlyWhatIsOlder() throws IOException {
    RandomPasses random = new RandomPasses(13);
    ScanIndex scan = new ScanIndex();
    try (PassIndex index = open()) {
      for (int day = 3; day <= 15; day += 4) {
        List<Pass> passes = random.next(200); // of all three weeks, also of what was dropped
        scan.append(passes);
        index.append(passes);
        index.refresh();
        scan.drop(BEGIN + day * DAY);
        index.drop(BEGIN + day * DAY);
        assertSame(index, scan, random, queries() / 10);
      }
      index.commit(random.next(1).getFirst().position() - 1);
      assertThat(weeks()).hasSize(2);
    }
    try (PassIndex index = open()) {
      assertThat(index.search(everything())).isEqualTo(scan.search(everything()));
    }
    long boundary = Weeks.of(BEGIN + 15 * DAY);
    long left =
        scan.search(everything()).stream().filter(hit -> Weeks.of(hit.time()) == boundary).count();
    assertThat(kept(boundary)).isEqualTo(left);
  }

  @Test
  void passesOverWhatIsOlderThanWasDropped() throws IOException {
    List<Pass> passes = new RandomPasses(17).next(300);
    long before = BEGIN + 10 * DAY;
    List<Long> left =
        passes.stream().filter(pass -> pass.time() >= before).map(Pass::position).toList();
    PassIndex killed = open();
    killed.append(passes);
    killed.commit(50);
    assertThat(killed.drop(before)).isTrue();
    assertThat(killed.drop(before - DAY)).isFalse(); // never goes back
    killed.close();
    try (PassIndex index = open()) {
      index.append(passes); // the whole stream again
      assertThat(positions(index)).isEqualTo(left);
      assertThat(weeks()).first().isEqualTo(Weeks.of(before));
    }
  }

  @Test
  void knowsItsPositionWhereEverythingWasDropped() throws IOException {
    try (PassIndex index = open()) {
      index.append(new RandomPasses(19).next(100));
      index.commit(100);
      index.drop(BEGIN + 30 * DAY);
      assertThat(weeks()).isEmpty();
      assertThat(index.position()).isEqualTo(100);
    }
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(100);
      index.append(List.of(at(101, BEGIN + 31 * DAY)));
      assertThat(index.position()).isEqualTo(100);
      assertThat(positions(index)).containsExactly(101L);
    }
  }

  @Test
  void searchesWhileWeeksAreDropped() throws Exception {
    try (PassIndex index = open();
        var searcher = Executors.newSingleThreadExecutor()) {
      index.append(new RandomPasses(20).next(2_000));
      index.refresh();
      var dropped = new AtomicBoolean();
      Future<Integer> searching =
          searcher.submit(() -> {
            int searches = 0;
            while (!dropped.get()) {
              index.search(everything());
              searches++;
            }
            return searches;
          });
      for (int day = 1; day < 25; day++) {
        index.drop(BEGIN + day * DAY);
      }
      dropped.set(true);
      assertThat(searching.get()).isPositive();
      assertThat(index.search(everything())).isEmpty();
    }
  }

  @Test
  void tellsOfThePlatesOfItsPasses() throws IOException {
    List<Pass> passes = new RandomPasses(22).next(500);
    ScanIndex scan = new ScanIndex();
    scan.append(passes);
    try (PassIndex index = open()) {
      index.append(passes.subList(0, 200));
      index.refresh();
      index.append(passes.subList(200, 500));
      index.refresh();
      assertThat(counts(index)).isEqualTo(counts(scan));
      index.drop(BEGIN + 30 * DAY);
      assertThat(counts(index)).isEmpty();
    }
  }

  private static Map<Long, Integer> counts(PassIndex index) throws IOException {
    Map<Long, Integer> counts = new HashMap<>();
    index.plates((plate, count) -> counts.merge(plate, count, Integer::sum));
    return counts;
  }

  /// More than go into one request, or come in one answer.
  @Test
  void takesTellsOfFindsAndForgetsManyPasses() throws IOException {
    int many = 12_000;
    List<Pass> passes = new ArrayList<>();
    Map<Long, Integer> plates = new HashMap<>();
    for (int i = 1; i <= many; i++) {
      long plate = PlateCode.of("36A%05d".formatted(i));
      passes.add(
          new Pass(
              i,
              BEGIN + i,
              "camera-1",
              List.of("province"),
              List.of(plate),
              null,
              Set.of(),
              null,
              MODEL));
      plates.put(plate, 0);
    }
    for (int i = 0; i < 60_000; i++) {
      plates.put(PlateCode.of("99Z%05d".formatted(i)), 0); // that nothing has
    }
    try (PassIndex index = open()) {
      index.append(passes);
      index.refresh();
      assertThat(counts(index)).hasSize(many);
      assertThat(index.search(everything().of(plates))).hasSize(PassQuery.MAX_LIMIT);
      index.drop(BEGIN + many); // all but one, which are a part of their week
      assertThat(positions(index)).containsExactly((long) many);
    }
    assertThat(kept(Weeks.of(BEGIN))).isOne();
  }

  @Test
  void searchesAllTime() throws IOException {
    try (PassIndex index = open()) {
      index.append(new RandomPasses(21).next(50));
      index.refresh();
      PassQuery all =
          new PassQuery(
              null,
              Set.of("province"),
              Long.MIN_VALUE,
              Long.MAX_VALUE,
              Set.of(),
              Set.of(),
              null,
              false,
              null,
              100);
      assertThat(index.search(all)).hasSize(50);
      assertThat(index.search(all.since(Long.MAX_VALUE))).isEmpty();
      assertThat(index.search(all.of(Map.of()))).isEmpty();
    }
  }

  protected static Pass at(long position, long time) {
    return new Pass(
        position, time, "camera-1", List.of("province"), List.of(), null, Set.of(), null, MODEL);
  }
}
