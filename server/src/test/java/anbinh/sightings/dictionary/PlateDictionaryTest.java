package anbinh.sightings.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlateDictionaryTest {
  private static final ReadingCosts COSTS = ReadingCosts.DEFAULT;

  private static PlateDictionary of(String... plates) {
    PlateDictionary dictionary = new PlateDictionary();
    for (String plate : plates) {
      dictionary.add(PlateCode.of(plate));
    }
    return dictionary;
  }

  private static Map<String, Integer> found(PlateDictionary dictionary, String text, int max) {
    Map<String, Integer> found = new TreeMap<>();
    dictionary.search(
        PlatePattern.of(text),
        COSTS,
        max,
        (plate, _, cost) -> assertThat(found.put(PlateCode.text(plate), cost)).isNull());
    return found;
  }

  @Test
  void findsExactlyWhatIsAskedFor() {
    PlateDictionary dictionary = of("36A12345", "36A12346", "36A1234", "29MĐ112345");
    assertThat(found(dictionary, "36A-123.45", 0)).containsOnlyKeys("36A12345");
    assertThat(found(dictionary, "29-MĐ1 123.45", 0)).containsOnlyKeys("29MĐ112345");
    assertThat(found(dictionary, "36A99999", 0)).isEmpty();
  }

  @Test
  void findsWhatIsOnlyKnownInPart() {
    PlateDictionary dictionary = of("36A12345", "36B12945", "36A99945", "30V46597");
    assertThat(found(dictionary, "36?12?45", 0)).containsOnlyKeys("36A12345", "36B12945");
    assertThat(found(dictionary, "36A*", 0)).containsOnlyKeys("36A12345", "36A99945");
    assertThat(found(dictionary, "*945", 0)).containsOnlyKeys("36B12945", "36A99945");
    assertThat(found(dictionary, "*465*", 0)).containsOnlyKeys("30V46597");
    assertThat(found(dictionary, "3*4*5", 0)).containsOnlyKeys("36A12345", "36A99945", "36B12945");
  }

  @Test
  void findsWhatWasMisreadAndSaysWhatItCosts() {
    PlateDictionary dictionary = of("36A12345", "36A1234S", "36A12385", "36A1235", "30V46597");
    assertThat(found(dictionary, "36A12345", 20))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("36A12345", 0, "36A1234S", 10, "36A12385", 20, "36A1235", 20));
    assertThat(found(dictionary, "36A12345", 10)).containsOnlyKeys("36A12345", "36A1234S");
    assertThat(found(dictionary, "*1234S", 10)).containsOnlyKeys("36A12345", "36A1234S");
  }

  @Test
  void findsPlatesOfTwoLinesOfWhichOnlyTheLowerWasRead() {
    PlateDictionary dictionary = of("31469", "3146", "31489", "8B31469");
    assertThat(found(dictionary, "59F131469", 20)).containsOnlyKeys("31469");
    assertThat(found(dictionary, "59F31469", 20)).containsOnlyKeys("31469");
    assertThat(found(dictionary, "59F3146", 20)).containsOnlyKeys("3146");
    assertThat(found(dictionary, "59F131469", 40)).containsOnlyKeys("31469", "31489", "3146");
    assertThat(found(dictionary, "59F1314?9", 20)).isEmpty();
  }

  @Test
  void countsHowOftenEachWasRead() {
    PlateDictionary dictionary = of("36A12345", "36A12345", "30V46597");
    assertThat(dictionary.count(PlateCode.of("36A12345"))).isEqualTo(2);
    assertThat(dictionary.count(PlateCode.of("30V46597"))).isEqualTo(1);
    assertThat(dictionary.count(PlateCode.of("99A99999"))).isZero();
    assertThat(dictionary.size()).isEqualTo(2);
  }

  /// Against a comparison of each pattern with each plate by itself.
  @Test
  void findsTheSameAsLookingAtEachPlate() {
    SplittableRandom random = new SplittableRandom(5);
    PlateDictionary dictionary = new PlateDictionary();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 9_000; i++) {
      String plate = plate(random);
      counts.merge(plate, 1, Integer::sum);
      dictionary.add(PlateCode.of(plate));
    }
    assertThat(dictionary.size()).isEqualTo(counts.size());
    counts.forEach(
        (plate, count) -> assertThat(dictionary.count(PlateCode.of(plate))).isEqualTo(count));
    List<String> all = List.copyOf(counts.keySet());
    for (int i = 0; i < 100; i++) {
      String pattern = pattern(random, all.get(random.nextInt(all.size())));
      int max = 10 * random.nextInt(5);
      PlatePattern parsed = PlatePattern.of(pattern);
      Map<String, Integer> expected = new TreeMap<>();
      for (String plate : all) {
        int cost = ScannedCost.of(parsed, COSTS, plate);
        if (cost <= max) {
          expected.put(plate, cost);
        }
      }
      assertThat(found(dictionary, pattern, max)).as(pattern + " ≤ " + max).isEqualTo(expected);
    }
  }

  /// Few letters and digits, so that there are many alike.
  private static String plate(SplittableRandom random) {
    StringBuilder plate = new StringBuilder();
    int length = 1 + random.nextInt(PlateCode.MAX_LENGTH);
    for (int i = 0; i < length; i++) {
      plate.append("013568ABDĐ".charAt(random.nextInt(10)));
    }
    return plate.toString();
  }

  private static String pattern(SplittableRandom random, String plate) {
    StringBuilder pattern = new StringBuilder(plate);
    for (int i = random.nextInt(3); i > 0; i--) {
      pattern.setCharAt(random.nextInt(pattern.length()), "?*08".charAt(random.nextInt(4)));
    }
    if (pattern.chars().allMatch(each -> each == '?' || each == '*')) {
      pattern.setCharAt(0, '3');
    }
    if (random.nextInt(3) == 0) {
      int from = random.nextInt(pattern.length());
      String part = pattern.substring(from, from + 1 + random.nextInt(pattern.length() - from));
      return part.matches("[?*]+") ? "*3*" : "*" + part + "*";
    }
    return pattern.toString();
  }

  @Test
  void saysWhatIsNoPlate() {
    assertThatThrownBy(() -> PlateCode.of("36A-12345"))
        .hasMessage("'36A-12345' is no plate: 1 to 10 letters and digits");
    assertThatThrownBy(() -> PlatePattern.of("* ?"))
        .hasMessage("a plate needs at least one letter or digit");
    assertThatThrownBy(() -> PlatePattern.of("36A123456789"))
        .hasMessage("a plate has at most 10 letters and digits");
  }

  @Test
  void sortsAsTextsDo() {
    Set<String> texts = new TreeSet<>(List.of("3", "36", "36A", "36B", "3Z", "Z"));
    assertThat(texts.stream().map(PlateCode::of)).isSorted();
    assertThat(texts.stream().map(PlateCode::of).map(PlateCode::text))
        .containsExactlyElementsOf(texts);
    assertThat(PlateCode.text(PlateCode.reversed(PlateCode.of("29MĐ1")))).isEqualTo("1ĐM92");
  }
}
