package anbinh.sightings.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.dictionary.Alignment.Kind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static final ReadingCosts COSTS = ReadingCosts.DEFAULT;

  private static String kinds(String pattern, String plate) {
    return Alignment.of(PlatePattern.of(pattern), PlateCode.of(plate), COSTS).stream()
        .map(step -> step.kind().name().substring(0, 2))
        .collect(Collectors.joining(" "));
  }

  @Test
  void saysWhatBecameOfEachCharacter() {
    assertThat(kinds("36A?2345", "36A12345")).isEqualTo("SA SA SA FI SA SA SA SA");
    assertThat(kinds("36A12345", "36A12B45")).isEqualTo("SA SA SA SA SA OT SA SA");
    assertThat(kinds("36A88345", "36AB8345")).isEqualTo("SA SA SA AL SA SA SA SA");
    assertThat(kinds("36A12345", "36A1234")).contains("MI");
    assertThat(kinds("36A1234", "36A12345")).contains("AD");
    assertThat(kinds("*345", "36A12345")).isEqualTo("FI FI FI FI FI SA SA SA");
  }

  @Test
  void namesWhatWasRememberedAndWhatWasRead() {
    assertThat(Alignment.of(PlatePattern.of("D"), PlateCode.of("0"), COSTS))
        .containsExactly(new Alignment.Step(Kind.ALIKE, "D", "0"));
  }

  /// Its steps cost what the table of both says, but for a whole line that was not read: that costs
  /// less than its characters.
  @Test
  void costsWhatThePlateCosts() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      PlatePattern pattern =
          PlatePattern.of(random(random, "36A0B8?*D", 1 + random.nextInt(8)) + "3");
      long plate = PlateCode.of(random(random, "36A0B8D1", 1 + random.nextInt(10)));
      if (pattern.upperLine() > 0) {
        continue;
      }
      List<Alignment.Step> steps = Alignment.of(pattern, plate, COSTS);
      int cost = steps.stream().mapToInt(AlignmentTest::cost).sum();
      PatternRow rows = new PatternRow(pattern, COSTS);
      String text = PlateCode.text(plate);
      for (int at = 0; at < text.length(); at++) {
        rows.advance(at, PlateCode.at(plate, at));
      }
      assertThat(cost).isEqualTo(rows.cost(text.length(), pattern.length()));
    }
  }

  private static int cost(Alignment.Step step) {
    return switch (step.kind()) {
      case SAME, FILLED -> 0;
      case ALIKE -> ReadingCosts.LOOK_ALIKE;
      case OTHER, ADDED, MISSED -> ReadingCosts.MAX;
    };
  }

  private static String random(SplittableRandom random, String from, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }
}
