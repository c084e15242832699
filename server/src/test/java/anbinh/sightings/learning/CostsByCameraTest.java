package anbinh.sightings.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.ScanIndex;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One model before cameras of which one has it take 8 for B far more often than another, by a
/// noise that is known.
class CostsByCameraTest {
  private static final String MODEL = "model-1";
  private static final UUID OFTEN = new UUID(0, 1);
  private static final UUID NEVER = new UUID(0, 2);
  private static final UUID NEW = new UUID(0, 3);

  /// How often 8 is read as B.
  private static final Map<UUID, Double> NOISE = Map.of(OFTEN, .08, NEVER, 0.0, NEW, .5);

  private static final int MAX = 30;
  private static final int ENOUGH = 4_000;
  private static final int FEW = 50;

  private final SplittableRandom random = new SplittableRandom(17);
  private final PlateDictionary dictionary = new PlateDictionary();
  private final ScanIndex index = new ScanIndex();
  private final PassSearch search = new PassSearch(dictionary, index);
  private long position;

  private String plate() {
    return String.format(Locale.ROOT, "36A%05d", random.nextInt(100_000));
  }

  private String read(UUID camera, String plate) {
    StringBuilder read = new StringBuilder(plate);
    for (int i = 0; i < read.length(); i++) {
      if (read.charAt(i) == '8' && random.nextDouble() < NOISE.getOrDefault(camera, 0.0)) {
        read.setCharAt(i, 'B');
      }
    }
    return read.toString();
  }

  private ReaderCosts learn() {
    ConfusionCounts all = new ConfusionCounts();
    Map<Reader, List<Confusion>> cameras = new HashMap<>();
    for (UUID camera : List.of(OFTEN, NEVER, NEW)) {
      ConfusionCounts counts = new ConfusionCounts();
      for (int i = 0; i < (camera.equals(NEW) ? FEW : ENOUGH); i++) {
        String plate = plate();
        counts.confirm(PlateCode.of(plate), PlateCode.of(read(camera, plate)));
      }
      all.add(counts.list());
      cameras.put(new Reader(MODEL, camera), counts.list());
    }
    return LearnedCosts.learned(Map.of(MODEL, all.list()), cameras);
  }

  /// What it costs that an 8 was read as a B.
  private static int cost(ReadingCosts costs) {
    return Alignment.cost(PlatePattern.of("36A12348"), PlateCode.of("36A1234B"), costs);
  }

  private void pass(String model, UUID camera, String read) {
    long code = PlateCode.of(read);
    dictionary.add(code);
    position++;
    index.append(
        List.of(
            new Pass(
                position,
                position,
                camera.toString(),
                List.of("commune"),
                List.of(code),
                null,
                Set.of(),
                null,
                model)));
  }

  private List<Hit> found(String plate, ReaderCosts costs, PassQuery query) throws IOException {
    return search.search(PlatePattern.of(plate), costs, MAX, query);
  }

  private static PassQuery query(int limit) {
    return new PassQuery(
        null, null, 0, Long.MAX_VALUE, Set.of(), Set.of(), null, false, null, limit);
  }

  @Test
  void aMisreadingCostsByHowOftenItsCameraMakesIt() {
    ReaderCosts costs = learn();
    assertThat(cost(costs.of(MODEL, OFTEN.toString())))
        .isCloseTo(ReadingCosts.cost(.08), within(1));
    // It would cost more, but no more than where nothing was learned.
    assertThat(cost(costs.of(MODEL, NEVER.toString()))).isEqualTo(ReadingCosts.LOOK_ALIKE);
    assertThat(cost(costs.lowest())).isEqualTo(cost(costs.of(MODEL, OFTEN.toString())));
    // Which plates are looked for does not follow from the habit of one camera.
    assertThat(cost(costs.accepting())).isCloseTo(ReadingCosts.cost(.04), within(1));
  }

  @Test
  void aCameraOfWhichLittleWasCountedHasTheCostsOfItsModel() {
    ReaderCosts costs = learn();
    ReadingCosts share = costs.of(MODEL, "a camera that nobody knows");
    assertThat(costs.of(MODEL, NEW.toString())).isSameAs(share);
    assertThat(cost(share)).isCloseTo(ReadingCosts.cost(.04), within(1));
    assertThat(costs.of("another model", OFTEN.toString())).isSameAs(ReadingCosts.DEFAULT);
  }

  @Test
  void aPassOfACameraThatOftenMisreadsSoComesBeforeOneOfACameraThatNeverDoes() throws IOException {
    pass(MODEL, OFTEN, "36A1234B");
    pass(MODEL, NEW, "36A1234B");
    pass(MODEL, NEVER, "36A1234B");
    pass("another model", OFTEN, "36A1234B");
    ReaderCosts costs = learn();
    assertThat(found("36A12348", ReaderCosts.DEFAULT, query(50)))
        .as("by default the latest is first")
        .extracting(Hit::position)
        .containsExactly(4L, 3L, 2L, 1L);
    List<Hit> hits = found("36A12348", costs, query(50));
    assertThat(hits).extracting(Hit::position).containsExactly(1L, 2L, 4L, 3L);
    assertThat(hits.get(0).cost()).isLessThan(hits.get(1).cost());
    assertThat(hits.get(1).cost()).isLessThan(hits.get(2).cost());
    assertThat(hits.get(3).cost()).isEqualTo(hits.get(2).cost());
  }

  /// And parts of the hits follow one another, none twice and none left out.
  @Test
  void losesNothingThatWasFoundBefore() throws IOException {
    ReaderCosts costs = learn();
    List<String> plates = new ArrayList<>();
    List<UUID> cameras = List.of(OFTEN, NEVER, NEW);
    for (int i = 0; i < 3_000; i++) {
      plates.add(plate());
      UUID camera = cameras.get(i % cameras.size());
      pass(i % 7 == 0 ? "another model" : MODEL, camera, read(camera, plates.getLast()));
    }
    for (String plate : plates.subList(0, 60)) {
      List<Hit> hits = found(plate, costs, query(1_000));
      assertThat(hits)
          .extracting(Hit::position)
          .containsAll(
              found(plate, ReaderCosts.DEFAULT, query(1_000)).stream().map(Hit::position).toList());
      List<Hit> inParts = new ArrayList<>();
      List<Hit> part = found(plate, costs, query(7));
      while (!part.isEmpty()) {
        inParts.addAll(part);
        part = found(plate, costs, query(7).page(inParts.getLast(), 7));
      }
      assertThat(inParts).isEqualTo(hits);
    }
  }
}
