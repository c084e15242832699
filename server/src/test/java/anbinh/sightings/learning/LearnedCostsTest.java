package anbinh.sightings.learning;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Synthetic plates, read by a reader whose errors are known.
class LearnedCostsTest {
  private static final int VEHICLES = 20_000;
  private static final int MAX = 30;

  /// What the reader takes for what, beside what looks alike to people.
  private static final Map<Character, String> MISREAD = Map.of('4', "A", '3', "9", '8', "B");

  private static final double OFTEN = .08;

  private final SplittableRandom random = new SplittableRandom(11);

  private String plate() {
    return String.format(Locale.ROOT, "36A%05d", random.nextInt(100_000));
  }

  private String read(String plate) {
    StringBuilder read = new StringBuilder(plate);
    for (int i = 0; i < read.length(); i++) {
      String wrong = MISREAD.get(read.charAt(i));
      if (wrong != null && random.nextDouble() < OFTEN) {
        read.setCharAt(i, wrong.charAt(0));
      }
    }
    return read.toString();
  }

  private ReadingCosts learn(int passes) {
    ConfusionCounts counts = new ConfusionCounts();
    for (int i = 0; i < passes; i++) {
      String plate = plate();
      counts.confirm(PlateCode.of(plate), PlateCode.of(read(plate)));
    }
    return learned(counts.list());
  }

  private static ReadingCosts learned(List<Confusion> counted) {
    return LearnedCosts.learned(Map.of("model-1", counted), Map.of()).of("model-1", "camera-1");
  }

  /// The plates that are found for another, and what each costs.
  private static Map<Long, Integer> found(
      PlateDictionary dictionary, String plate, ReadingCosts costs) {
    Map<Long, Integer> found = new HashMap<>();
    dictionary.search(PlatePattern.of(plate), costs, MAX, (code, _, cost) -> found.put(code, cost));
    return found;
  }

  @Test
  void findsAllThatWasFoundBeforeAndMoreOfWhatTheReaderMisreads() {
    ReadingCosts learned = learn(3_000);
    PlateDictionary dictionary = new PlateDictionary();
    List<String> plates = new ArrayList<>();
    List<String> readings = new ArrayList<>();
    for (int i = 0; i < VEHICLES; i++) {
      plates.add(plate());
      readings.add(read(plates.getLast()));
      dictionary.add(PlateCode.of(readings.getLast()));
    }
    int before = 0;
    int after = 0;
    int cheaper = 0;
    for (int i = 0; i < 500; i++) {
      String sought = plates.get(i);
      long read = PlateCode.of(readings.get(i));
      Map<Long, Integer> byDefault = found(dictionary, sought, ReadingCosts.DEFAULT);
      Map<Long, Integer> byLearned = found(dictionary, sought, learned);
      Set<Long> lost = new HashSet<>(byDefault.keySet());
      lost.removeAll(byLearned.keySet());
      assertThat(lost).isEmpty();
      before += byDefault.containsKey(read) ? 1 : 0;
      after += byLearned.containsKey(read) ? 1 : 0;
      cheaper +=
          byLearned.getOrDefault(read, MAX + 1) < byDefault.getOrDefault(read, MAX + 1) ? 1 : 0;
    }
    assertThat(after).isGreaterThanOrEqualTo(before).isGreaterThan(495);
    assertThat(cheaper).isGreaterThan(50);
  }

  @Test
  void learnsNothingOfFewPasses() {
    assertThat(learn(500)).isSameAs(ReadingCosts.DEFAULT);
  }

  /// Whoever confirms a few passes, of another vehicle perhaps, changes nothing.
  @Test
  void aFewConfirmationsChangeNothing() {
    List<Confusion> counted =
        new ArrayList<>(List.of(new Confusion("3", "3", 4_000), new Confusion("5", "5", 4_000)));
    ReadingCosts without = learned(counted);
    counted.add(new Confusion("3", "7", 9));
    PlateDictionary dictionary = new PlateDictionary();
    dictionary.add(PlateCode.of("36A12745"));
    assertThat(found(dictionary, "36A12345", learned(counted)))
        .isEqualTo(found(dictionary, "36A12345", without))
        .containsValue(ReadingCosts.MAX);
  }
}
