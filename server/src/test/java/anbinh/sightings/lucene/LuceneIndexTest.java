package anbinh.sightings.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassIndexTest;
import anbinh.sightings.index.RandomPasses;
import anbinh.sightings.index.Weeks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends PassIndexTest {
  @TempDir Path folder;

  @Override
  protected PassIndex open() throws IOException {
    return new LuceneIndex(folder);
  }

  @Override
  protected List<Long> weeks() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .map(week -> Long.valueOf(week.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  @Override
  protected long kept(long week) throws IOException {
    try (WeekIndex index = new WeekIndex(folderOf(week))) {
      IndexSearcher searcher = index.acquire();
      int passes = searcher.getIndexReader().numDocs();
      index.release(searcher);
      return passes;
    }
  }

  private Path folderOf(long week) {
    return folder.resolve(Long.toString(week));
  }

  @Test
  void forgetsWhatWasNotCommitted() throws IOException {
    List<Pass> passes = new RandomPasses(12).next(200);
    PassIndex killed = open();
    killed.append(passes.subList(0, 100));
    killed.commit(100);
    killed.append(passes.subList(100, 200));
    killed.close(); // as after kill -9
    try (PassIndex index = open()) {
      assertThat(positions(index)).hasSize(100);
    }
  }

  @Test
  void takesTheStreamAgainAfterACrashBetweenTheCommitsOfTwoWeeks() throws IOException {
    List<Pass> passes = new RandomPasses(14).next(300);
    try (PassIndex index = open()) {
      index.append(passes.subList(0, 100));
      index.commit(100);
    }
    long one = weeks().get(1);
    try (WeekIndex week = new WeekIndex(folderOf(one))) {
      for (Pass pass : passes.subList(100, 200)) {
        if (Weeks.of(pass.time()) == one) {
          week.append(pass);
        }
      }
      week.commit(200);
    }
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(100);
      index.append(passes.subList(100, 300));
      assertThat(positions(index)).hasSize(300).doesNotHaveDuplicates();
      index.commit(300);
    }
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(300);
      assertThat(positions(index)).hasSize(300);
    }
  }

  @Test
  void aWeekThatWasNeverCommittedDoesNotBringTheStreamBackToItsBeginning() throws IOException {
    List<Pass> passes = new RandomPasses(15).next(100);
    try (PassIndex index = open()) {
      index.append(passes);
      index.commit(100);
    }
    Path made = Files.createDirectory(folder.resolve("3000"));
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(100);
      assertThat(positions(index)).hasSize(100);
      assertThat(made).doesNotExist();
    }
  }

  @Test
  void finishesADropThatACrashCutOff() throws IOException {
    List<Pass> passes = new RandomPasses(18).next(300);
    long before = BEGIN + 10 * DAY;
    try (PassIndex index = open()) {
      index.append(passes);
      index.commit(300);
    }
    new DropMark(before, 300).write(folder);
    try (Stream<Path> files = Files.list(folderOf(weeks().getFirst()))) {
      for (Path file : files.filter(each -> each.toString().contains("segments")).toList()) {
        Files.delete(file);
      }
    }
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(300);
      assertThat(positions(index))
          .isEqualTo(
              passes.stream().filter(pass -> pass.time() >= before).map(Pass::position).toList());
      assertThat(weeks()).first().isEqualTo(Weeks.of(before));
    }
  }
}
