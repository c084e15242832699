package anbinh.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;

class ReceiptFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsReceiptsBackByteForByteOrRefuses(byte[] bytes) {
    try {
      assertThat(Receipt.parse(bytes).canonical()).isEqualTo(bytes);
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
