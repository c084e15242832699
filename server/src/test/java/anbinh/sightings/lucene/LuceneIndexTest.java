package anbinh.sightings.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.RandomPasses;
import anbinh.sightings.index.ScanIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {
  private static final long DAY = 24L * 60 * 60 * 1000;

  /// Of the random passes.
  private static final long BEGIN = 1_764_000_000_000L;

  @TempDir Path folder;

  private static PassQuery everything() {
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
        100_000);
  }

  private static List<Long> positions(LuceneIndex index) throws IOException {
    index.refresh();
    return index.search(everything()).stream().map(Hit::position).sorted().toList();
  }

  @Test
  void findsTheSameAsLookingAtEachPass() throws IOException {
    RandomPasses random = new RandomPasses(11);
    ScanIndex scan = new ScanIndex();
    try (LuceneIndex index = new LuceneIndex(folder)) {
      for (int batch = 0; batch < 5; batch++) {
        List<Pass> passes = random.next(500);
        scan.append(passes);
        index.append(passes);
        index.refresh(); // so that there are several segments
      }
      int hits = 0;
      for (int i = 0; i < 400; i++) {
        PassQuery query = random.query();
        List<Hit> expected = scan.search(query);
        assertThat(index.search(query)).as(query.toString()).isEqualTo(expected);
        hits += expected.size();
      }
      assertThat(hits).isGreaterThan(2_000);
    }
  }

  @Test
  void takesTheStreamAgainFromWhereItWasCommitted() throws IOException {
    RandomPasses random = new RandomPasses(12);
    List<Pass> passes = random.next(300);
    LuceneIndex killed = new LuceneIndex(folder);
    killed.append(passes.subList(0, 100));
    killed.commit(100);
    killed.append(passes.subList(100, 200));
    killed.close(); // what was not committed is gone, as after kill -9
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(100);
      assertThat(positions(index)).hasSize(100);
      index.append(passes.subList(50, 300)); // also what it has already
      assertThat(positions(index)).hasSize(300).doesNotHaveDuplicates();
      index.commit(300);
      assertThat(index.position()).isEqualTo(300);
    }
  }

  @Test
  void takesTheStreamAgainAfterACrashBetweenTheCommitsOfTwoWeeks() throws IOException {
    List<Pass> passes = new RandomPasses(14).next(300);
    try (LuceneIndex index = new LuceneIndex(folder)) {
      index.append(passes.subList(0, 100));
      index.commit(100);
    }
    Path one = weeks().get(1);
    try (WeekIndex week = new WeekIndex(one)) {
      for (Pass pass : passes.subList(100, 200)) {
        if (folderOf(pass).equals(one)) {
          week.append(pass);
        }
      }
      week.commit(200);
    }
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(100);
      index.append(passes.subList(100, 300));
      assertThat(positions(index)).hasSize(300).doesNotHaveDuplicates();
      index.commit(300);
    }
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(300);
      assertThat(positions(index)).hasSize(300);
    }
  }

  @Test
  void aWeekThatWasNeverCommittedDoesNotBringTheStreamBackToItsBeginning() throws IOException {
    List<Pass> passes = new RandomPasses(15).next(100);
    try (LuceneIndex index = new LuceneIndex(folder)) {
      index.append(passes);
      index.commit(100);
    }
    Path made = Files.createDirectory(folder.resolve("3000"));
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(100);
      assertThat(positions(index)).hasSize(100);
      assertThat(made).doesNotExist();
    }
  }

  /// A camera that was cut off gives passes of an earlier week, which may not have been there.
  @Test
  void takesAnEarlierWeekThatComesLate() throws IOException {
    List<Pass> passes =
        new RandomPasses(16)
            .next(200).stream().sorted(Comparator.comparingLong(pass -> -week(pass))).toList();
    List<Pass> stream = new ArrayList<>();
    for (Pass pass : passes) {
      stream.add(at(stream.size() + 1, pass.time()));
    }
    LuceneIndex killed = new LuceneIndex(folder);
    for (int i = 0; i < 150; i += 10) {
      killed.append(stream.subList(i, i + 10));
      if (i % 20 == 0) {
        killed.commit(i + 10);
      }
    }
    killed.close();
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(150);
      index.append(stream.subList(100, 200));
      assertThat(positions(index)).hasSize(200).doesNotHaveDuplicates();
    }
  }

  @Test
  void dropsExactlyWhatIsOlder() throws IOException {
    RandomPasses random = new RandomPasses(13);
    ScanIndex scan = new ScanIndex();
    try (LuceneIndex index = new LuceneIndex(folder)) {
      for (int day = 3; day <= 15; day += 4) {
        List<Pass> passes = random.next(200); // of all three weeks, also of what was dropped
        scan.append(passes);
        index.append(passes);
        index.refresh();
        scan.drop(BEGIN + day * DAY);
        index.drop(BEGIN + day * DAY);
        assertThat(index.search(everything())).isEqualTo(scan.search(everything()));
        for (int i = 0; i < 30; i++) {
          PassQuery query = random.query();
          assertThat(index.search(query)).as(query.toString()).isEqualTo(scan.search(query));
        }
      }
      index.commit(random.next(1).getFirst().position() - 1);
      assertThat(weeks()).hasSize(2);
    }
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.search(everything())).isEqualTo(scan.search(everything()));
    }
    try (WeekIndex boundary = new WeekIndex(weeks().getFirst())) {
      long left =
          scan.search(everything()).stream()
              .filter(hit -> week(hit.time()) == week(BEGIN + 15 * DAY))
              .count();
      IndexSearcher searcher = boundary.acquire();
      assertThat(searcher.getIndexReader().numDocs()).isEqualTo((int) left);
      boundary.release(searcher);
    }
  }

  @Test
  void passesOverWhatIsOlderThanWasDropped() throws IOException {
    List<Pass> passes = new RandomPasses(17).next(300);
    long before = BEGIN + 10 * DAY;
    List<Long> kept =
        passes.stream().filter(pass -> pass.time() >= before).map(Pass::position).toList();
    LuceneIndex killed = new LuceneIndex(folder);
    killed.append(passes);
    killed.commit(50);
    killed.drop(before);
    killed.drop(before - DAY); // never goes back
    killed.close();
    try (LuceneIndex index = new LuceneIndex(folder)) {
      index.append(passes); // the whole stream again
      assertThat(positions(index)).isEqualTo(kept);
      assertThat(weeks().getFirst()).isEqualTo(folder.resolve(Long.toString(week(before))));
    }
  }

  @Test
  void finishesADropThatACrashCutOff() throws IOException {
    List<Pass> passes = new RandomPasses(18).next(300);
    long before = BEGIN + 10 * DAY;
    try (LuceneIndex index = new LuceneIndex(folder)) {
      index.append(passes);
      index.commit(300);
    }
    new DropMark(before, 300).write(folder);
    try (Stream<Path> files = Files.list(weeks().getFirst())) {
      for (Path file : files.filter(each -> each.toString().contains("segments")).toList()) {
        Files.delete(file);
      }
    }
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(300);
      assertThat(positions(index))
          .isEqualTo(
              passes.stream().filter(pass -> pass.time() >= before).map(Pass::position).toList());
      assertThat(weeks().getFirst()).isEqualTo(folder.resolve(Long.toString(week(before))));
    }
  }

  @Test
  void knowsItsPositionWhereEverythingWasDropped() throws IOException {
    try (LuceneIndex index = new LuceneIndex(folder)) {
      index.append(new RandomPasses(19).next(100));
      index.commit(100);
      index.drop(BEGIN + 30 * DAY);
      assertThat(weeks()).isEmpty();
      assertThat(index.position()).isEqualTo(100);
    }
    try (LuceneIndex index = new LuceneIndex(folder)) {
      assertThat(index.position()).isEqualTo(100);
      index.append(List.of(at(101, BEGIN + 31 * DAY)));
      assertThat(index.position()).isEqualTo(100);
      assertThat(positions(index)).containsExactly(101L);
    }
  }

  @Test
  void searchesWhileWeeksAreDropped() throws Exception {
    try (LuceneIndex index = new LuceneIndex(folder);
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
    try (LuceneIndex index = new LuceneIndex(folder)) {
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

  @Test
  void searchesAllTime() throws IOException {
    try (LuceneIndex index = new LuceneIndex(folder)) {
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
    }
  }

  private List<Path> weeks() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static long week(long time) {
    return Math.floorDiv(time + 3 * DAY, 7 * DAY);
  }

  private static long week(Pass pass) {
    return week(pass.time());
  }

  private Path folderOf(Pass pass) {
    return folder.resolve(Long.toString(week(pass)));
  }

  private static Pass at(long position, long time) {
    return new Pass(
        position, time, "camera-1", List.of("province"), List.of(), null, Set.of(), null);
  }
}
