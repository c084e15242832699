package anbinh.seal.json;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;

class JsonParserFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsBackWhatItWroteOrRefuses(byte[] bytes) {
    Json value;
    try {
      value = JsonParser.parse(bytes);
    } catch (FormatProblem expected) {
      return;
    }
    byte[] canonical = value.canonical();
    Json again;
    try {
      again = JsonParser.parse(canonical);
    } catch (FormatProblem tooLong) {
      // The canonical form of 1e20 is a whole number beyond 2^53, which is not read.
      assertThat(tooLong).hasMessageContaining("2^53");
      return;
    }
    assertThat(again.canonical()).isEqualTo(canonical);
  }
}
