package anbinh.sightings.search;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.ScanIndex;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassSearchTest {
  private final PlateDictionary dictionary = new PlateDictionary();
  private final ScanIndex index = new ScanIndex();
  private final PassSearch search = new PassSearch(dictionary, index);
  private long position;

  private void pass(String plate, String commune, int times) {
    for (int i = 0; i < times; i++) {
      long code = PlateCode.of(plate);
      dictionary.add(code);
      position++;
      index.append(
          List.of(
              new Pass(
                  position,
                  position,
                  "camera-1",
                  List.of(commune),
                  List.of(code),
                  null,
                  Set.of(),
                  null,
                  "model-1")));
    }
  }

  private static PassQuery in(String commune) {
    return new PassQuery(
        null, Set.of(commune), 0, Long.MAX_VALUE, Set.of(), Set.of(), null, false, null, 50);
  }

  private List<Long> found(String plate, int max) throws IOException {
    return search.search(PlatePattern.of(plate), ReaderCosts.DEFAULT, max, in("east")).stream()
        .map(hit -> hit.position())
        .toList();
  }

  @Test
  void findsFirstWhatFitsThenWhatWasMisread() throws IOException {
    pass("36A12345", "east", 1);
    pass("36A1234S", "east", 1);
    pass("36A12349", "east", 1);
    assertThat(found("36A12345", 20)).containsExactly(1L, 2L, 3L);
    assertThat(found("36A12345", 10)).containsExactly(1L, 2L);
    assertThat(found("36A12345", 0)).containsExactly(1L);
  }

  @Test
  void takesAPlateReadOnceForAMisreadingBeforeOneThatIsReadOften() throws IOException {
    pass("36A1234S", "east", 1);
    pass("36A1Z345", "east", 12);
    List<Long> found = found("36A12345", 10);
    assertThat(found).hasSize(13);
    assertThat(found.getFirst()).isEqualTo(1);
  }

  @Test
  void expectsAPlateThatIsReadVeryOftenToBeMisreadNowAndThen() {
    assertThat(RarityPrior.cost(5, 10, 500)).isZero();
    assertThat(RarityPrior.cost(5, 10, 1)).isPositive();
  }

  /// Who remembers a plate wrongly means one that is read as often as others are.
  @Test
  void aPlateReadOftenNeverCostsAsMuchMoreAsACharacter() {
    assertThat(RarityPrior.cost(1, 10, 0)).isZero();
    assertThat(RarityPrior.cost(1_000_000, 10, 0)).isBetween(5, ReadingCosts.LOOK_ALIKE - 1);
    assertThat(RarityPrior.cost(1_000_000, 20, 0)).isEqualTo(1);
    assertThat(RarityPrior.cost(1_000_000, 0, 0)).isZero();
  }

  @Test
  void saysHowManyPlatesEachStepAccepts() throws IOException {
    pass("36A12345", "east", 2);
    pass("36A1234S", "east", 1);
    pass("36A1Z345", "east", 1);
    pass("36A12349", "east", 1);
    assertThat(search.accepted(PlatePattern.of("36A12345"), ReaderCosts.DEFAULT, 25, in("east")))
        .containsExactly(
            new AcceptanceLevel(0, 1, List.of("36A12345")),
            new AcceptanceLevel(10, 2, List.of("36A1234S", "36A1Z345")),
            new AcceptanceLevel(20, 1, List.of("36A12349")),
            new AcceptanceLevel(25, 0, List.of()));
  }

  @Test
  void showsNoPlateThatTheInvestigatorMayNotSee() throws IOException {
    pass("36A1234S", "west", 1);
    pass("36A1Z345", "east", 1);
    assertThat(
            search
                .accepted(PlatePattern.of("36A12345"), ReaderCosts.DEFAULT, 10, in("east"))
                .getLast()
                .examples())
        .containsExactly("36A1Z345");
  }

  /// Where one camera's costs make so many plates likely that not all are looked for.
  @Test
  void neverLooksForFewerPlatesThanWithoutWhatWasLearned() throws IOException {
    ConfusionCounts counts = new ConfusionCounts();
    for (int i = 0; i < 1_000; i++) {
      counts.confirm(PlateCode.of("A3000"), PlateCode.of("49000"));
    }
    ReadingCosts learned = ReadingCosts.DEFAULT.learn(counts).orLess(ReadingCosts.DEFAULT);
    ReaderCosts costs =
        new ReaderCosts(Map.of("model-1", new ReaderCosts.Model(learned, Map.of())));
    for (int i = 0; i < 3_900; i++) {
      pass(String.format(Locale.ROOT, "X3%04d", i), "east", 1);
    }
    for (int i = 0; i < 1_000; i++) {
      pass(String.format(Locale.ROOT, "49%04d", i), "east", 1);
    }
    PassQuery all = in("east").page(null, PassQuery.MAX_LIMIT);
    PlatePattern pattern = PlatePattern.of("A3*");
    List<Long> before =
        search.search(pattern, ReaderCosts.DEFAULT, 20, all).stream().map(Hit::position).toList();
    assertThat(before).hasSize(3_900);
    assertThat(search.search(pattern, costs, 20, all))
        .extracting(Hit::position)
        .containsAll(before);
  }

  @Test
  void showsAtMostThreeExamples() throws IOException {
    for (int i = 0; i < 9; i++) {
      pass("36A1234" + i, "east", 1);
    }
    AcceptanceLevel level =
        search.accepted(PlatePattern.of("36A1234?"), ReaderCosts.DEFAULT, 0, in("east")).getFirst();
    assertThat(level.plates()).isEqualTo(9);
    assertThat(level.examples()).hasSize(AcceptanceLevel.MAX_EXAMPLES);
  }
}
