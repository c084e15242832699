package anbinh.sightings.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.RandomPasses;
import anbinh.sightings.index.ScanIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {
  @TempDir Path folder;

  private static PassQuery everything() {
    return new PassQuery(
        null, Set.of("province"), 0, Long.MAX_VALUE / 4, Set.of(), Set.of(), null, false, 100_000);
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
  void forgetsWholeWeeks() throws IOException {
    RandomPasses random = new RandomPasses(13);
    List<Pass> passes = random.next(400);
    try (LuceneIndex index = new LuceneIndex(folder)) {
      index.append(passes);
      index.commit(400);
      long before = 1_764_000_000_000L + 10L * 24 * 60 * 60 * 1000;
      index.drop(before);
      List<Long> left = positions(index);
      assertThat(left.size()).isBetween(1, 399);
      passes.stream()
          .filter(pass -> !left.contains(pass.position()))
          .forEach(pass -> assertThat(pass.time()).isLessThan(before));
      try (Stream<Path> weeks = Files.list(folder)) {
        assertThat(weeks.count()).isLessThan(4);
      }
    }
  }
}
