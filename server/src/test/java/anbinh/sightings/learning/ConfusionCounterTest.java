package anbinh.sightings.learning;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.PlateReading;
import anbinh.sightings.SightingFixture;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfusionCounterTest {
  private static final Reader READER = new Reader(SightingFixture.MODEL, SightingFixture.CAMERA);

  private final ConfusionCounter counter = new ConfusionCounter();

  private void pass(PlateReading... readings) {
    counter.add(SightingFixture.sighting(readings));
  }

  private static PlateReading reading(String text, double confidence) {
    return new PlateReading(text, confidence, List.of());
  }

  @Test
  void countsReadingsOfAPassThatDisagree() {
    pass(reading("36A8", .9), reading("36AB", .6));
    pass(reading("36A8", .9));
    assertThat(Objects.requireNonNull(counter.counted().get(READER)).list())
        .contains(new Confusion("8", "8", 2), new Confusion("8", "B", 1));
  }

  @Test
  void passesOverGuessesAndWhatIsNoPlate() {
    pass(reading("36A8", .9), reading("36AB", .2));
    pass(reading("36A123456789", .9));
    pass();
    assertThat(Objects.requireNonNull(counter.counted().get(READER)).list())
        .doesNotContain(new Confusion("8", "B", 1));
    assertThat(counter.counted()).hasSize(1);
  }
}
