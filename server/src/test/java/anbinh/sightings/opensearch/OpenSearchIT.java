package anbinh.sightings.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.sightings.feed.EngineSwitch;
import anbinh.sightings.feed.PassStream;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassIndexTest;
import anbinh.sightings.index.RandomPasses;
import anbinh.sightings.index.ScanIndex;
import anbinh.sightings.lucene.LuceneEngine;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A real OpenSearch of three nodes, one of which is killed by a test; the other tests come before
/// or after that.
class OpenSearchIT extends PassIndexTest {
  @RegisterExtension static final TestOpenSearch CLUSTER = new TestOpenSearch();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private OpenSearchEngine engine;
  private String prefix;

  @BeforeEach
  void engine() {
    prefix = "test" + NUMBER.incrementAndGet();
    engine = OpenSearchEngine.of(CLUSTER.settings(prefix)).orElseThrow();
  }

  @AfterEach
  void delete() throws IOException {
    engine.delete();
    assertThat(engine.exists()).isFalse();
    engine.close();
  }

  /// Each goes to several processes.
  @Override
  protected int queries() {
    return 50;
  }

  @Override
  protected PassIndex open() throws IOException {
    return engine.open();
  }

  private String get(String path) throws IOException {
    try {
      return CLUSTER.get(path);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  protected List<Long> weeks() throws IOException {
    var names = new IndexNames(prefix);
    var found = JsonMapper.shared().readTree(get("/" + names.passes() + "/_alias"));
    return List.copyOf(names.weeksOf(found.propertyNames()));
  }

  @Override
  protected long kept(long week) throws IOException {
    String count = get("/" + new IndexNames(prefix).week(week) + "/_count");
    return JsonMapper.shared().readTree(count).path("count").asLong(-1);
  }

  @Test
  void losesAndDoublesNothingWhenANodeIsKilled() throws Exception {
    RandomPasses random = new RandomPasses(31);
    ScanIndex scan = new ScanIndex();
    try (PassIndex index = open();
        var searcher = Executors.newSingleThreadExecutor()) {
      List<Pass> first = random.next(200);
      scan.append(first);
      index.append(first);
      index.refresh();
      var found = new AtomicInteger(first.size());
      var ended = new AtomicBoolean();
      Future<Integer> searching =
          searcher.submit(() -> {
            int searches = 0;
            while (!ended.get()) {
              int before = found.get();
              assertThat(index.search(everything()).stream().map(Hit::position))
                  .doesNotHaveDuplicates()
                  .hasSizeGreaterThanOrEqualTo(before);
              searches++;
            }
            return searches;
          });
      for (int batch = 0; batch < 20; batch++) {
        List<Pass> passes = random.next(100);
        scan.append(passes);
        if (batch == 5) {
          CLUSTER.kill(0); // which the client speaks to
        }
        index.append(passes);
        index.refresh();
        found.addAndGet(passes.size());
      }
      index.commit(2_200);
      ended.set(true);
      assertThat(searching.get()).isPositive();
      assertSame(index, scan, random, 50);
    }
    try (PassIndex index = open()) {
      assertThat(index.position()).isEqualTo(2_200);
      assertThat(positions(index)).hasSize(2_200).doesNotHaveDuplicates();
    }
  }

  @Test
  void cannotBeReadWhereAWeekIsMissing() throws IOException {
    try (PassIndex index = open()) {
      index.append(new RandomPasses(32).next(100));
      index.commit(100);
    }
    try (var client = new OpenSearchClient(CLUSTER.settings(prefix))) {
      client.delete("/" + new IndexNames(prefix).week(weeks().getFirst()));
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("lacks");
  }

  @Test
  void movesFromOneEngineToTheOtherAndBackWhileItIsSearched(@TempDir Path folder)
      throws IOException {
    var lucene = new LuceneEngine(folder.resolve("index"));
    List<Pass> passes = new ArrayList<>(new RandomPasses(41).next(500));
    var stream =
        new PassStream(
            position ->
                passes.subList((int) position, Math.min(passes.size(), (int) position + 200)),
            passes::size);
    move(lucene, engine, stream, 500);
    assertThat(engine.exists()).isFalse();
    move(engine, lucene, stream, 500);
    assertThat(lucene.exists()).isFalse();
    move(lucene, engine, stream, 500);
    assertThat(engine.exists()).isFalse();
  }

  /// Follows the stream until the other engine has nothing left.
  private static void move(IndexEngine to, IndexEngine from, PassStream stream, int passes)
      throws IOException {
    boolean isMoved = from.exists();
    Instant[] now = {Instant.ofEpochMilli(BEGIN + 22 * DAY)};
    var engines = new EngineSwitch(to, from, stream, () -> now[0], Duration.ofDays(30));
    for (int i = 0; i < 12; i++) {
      engines.step();
      now[0] = now[0].plusSeconds(20);
      PassSearch search = engines.search();
      if (isMoved || i > 5) {
        assertThat(Objects.requireNonNull(search).search(everything())).hasSize(passes);
      }
    }
    engines.commit();
    engines.close();
  }
}
