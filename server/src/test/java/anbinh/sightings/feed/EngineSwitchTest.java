package anbinh.sightings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.RandomPasses;
import anbinh.sightings.index.ScanIndex;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineSwitchTest {
  private static final PassQuery EVERYTHING =
      new PassQuery(
          null, null, 0, Long.MAX_VALUE / 4, Set.of(), Set.of(), null, false, null, 1_000);

  private final List<Pass> passes = new RandomPasses(51).next(60);
  private final Engine former = new Engine();
  private final Engine present = new Engine();

  /// After the three weeks of the passes.
  private Instant now = Instant.ofEpochMilli(1_764_000_000_000L).plus(Duration.ofDays(22));

  /// An index that outlives whoever opens it.
  private static final class Engine implements IndexEngine {
    @Nullable ScanIndex index;
    @Nullable IOException failure;

    @Override
    public String name() {
      return "engine of a test";
    }

    private void fail() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public boolean exists() throws IOException {
      fail();
      return index != null;
    }

    @Override
    public PassIndex open() throws IOException {
      fail();
      ScanIndex open = index == null ? new ScanIndex() : index;
      index = open;
      return open;
    }

    @Override
    public void delete() {
      index = null;
      failure = null;
    }
  }

  /// Ten passes at a time.
  private EngineSwitch engines(Engine engine, Engine other) {
    var stream =
        new PassStream(
            position ->
                passes.stream().filter(pass -> pass.position() > position).limit(10).toList(),
            passes::size);
    return new EngineSwitch(engine, other, stream, () -> now, Duration.ofDays(30));
  }

  private static void follow(EngineSwitch engines) throws IOException {
    while (engines.step()) {
      // Until there are no more.
    }
  }

  /// How many passes the one that is searched finds; -1 where none is.
  private static int found(EngineSwitch engines) throws IOException {
    var search = engines.search();
    return search == null ? -1 : search.search(EVERYTHING).size();
  }

  private void fill(Engine engine, int count) throws IOException {
    PassIndex index = engine.open();
    index.append(passes.subList(0, count));
    index.commit(count);
  }

  @Test
  void searchesNothingBeforeTheOnlyIndexHasAll() throws IOException {
    EngineSwitch engines = engines(present, former);
    assertThat(engines.step()).isTrue();
    assertThat(found(engines)).isEqualTo(-1);
    follow(engines);
    assertThat(found(engines)).isEqualTo(60);
  }

  @Test
  void searchesTheFormerUntilThePresentHasAllAndDeletesItThen() throws IOException {
    fill(former, 50);
    EngineSwitch engines = engines(present, former);
    engines.step();
    engines.step();
    assertThat(found(engines)).isEqualTo(60); // which follows the stream as well
    assertThat(present.index).isNotNull();
    follow(engines);
    Objects.requireNonNull(former.index)
        .drop(Long.MAX_VALUE); // so that it is seen which is searched
    assertThat(found(engines)).isEqualTo(60);
    assertThat(former.index).isNotNull(); // a search may be under way
    now = now.plus(Duration.ofMinutes(2));
    engines.step();
    assertThat(former.index).isNull();
    assertThat(found(engines)).isEqualTo(60);
  }

  @Test
  void goesOnAfterARestart() throws IOException {
    fill(former, 60);
    fill(present, 20);
    EngineSwitch engines = engines(present, former);
    engines.step();
    assertThat(found(engines)).isEqualTo(60);
    follow(engines);
    now = now.plus(Duration.ofMinutes(2));
    engines.step();
    assertThat(former.index).isNull();
    assertThat(found(engines)).isEqualTo(60);
  }

  @Test
  void neverSearchesOneThatHasLess() throws IOException {
    fill(former, 20); // the move was given up
    fill(present, 60);
    EngineSwitch engines = engines(present, former);
    engines.step();
    assertThat(found(engines)).isEqualTo(60);
  }

  @Test
  void searchesTheFormerWhileThePresentFails() throws IOException {
    fill(former, 50);
    present.failure = new IndexUnavailable("away");
    EngineSwitch engines = engines(present, former);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(engines::step).isInstanceOf(IndexUnavailable.class);
    }
    assertThat(found(engines)).isEqualTo(60);
    present.failure = null;
    follow(engines);
    assertThat(Objects.requireNonNull(present.index).position()).isEqualTo(60);
  }

  @Test
  void doesWithoutTheFormerThatFailsAndDeletesItLater() throws IOException {
    fill(former, 60);
    former.failure = new IndexUnavailable("away");
    EngineSwitch engines = engines(present, former);
    follow(engines);
    assertThat(found(engines)).isEqualTo(60);
    former.failure = null;
    now = now.plus(Duration.ofMinutes(11));
    engines.step();
    assertThat(former.index).isNull();
  }

  @Test
  void makesAnewWhatCannotBeReadAndNeverWhatIsAway() throws IOException {
    fill(present, 60);
    present.failure = new IndexUnavailable("away");
    EngineSwitch engines = engines(present, former);
    assertThatThrownBy(engines::step).isInstanceOf(IndexUnavailable.class);
    assertThat(present.index).isNotNull();
    present.failure = new IOException("half of it is gone");
    follow(engines);
    assertThat(found(engines)).isEqualTo(60);
  }
}
