package anbinh.vision.plate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever stands on a plate, each reading holds all that was read of it and is found again.
class PlatesFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void readsAnyText(FuzzedDataProvider data) {
    String raw = data.consumeRemainingAsString();
    String text = Plates.normalise(raw);
    assertThat(text).matches("[A-ZĐ0-9]*");
    assertThat(Plates.normalise(text)).isEqualTo(first(text));
    for (PlateNumber reading : Plates.read(raw)) {
      assertThat(Plates.normalise(reading.text())).isEqualTo(text);
      assertThat(Plates.read(reading.text())).contains(reading);
    }
  }

  /// A letter can become several, so that a text can grow beyond what is looked at.
  private static String first(String text) {
    return text.substring(0, Math.min(Plates.MAX_LENGTH, text.length()));
  }
}
