package anbinh.seal.bag;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class BagFormatsFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsManifestsBackByteForByteOrRefuses(byte[] bytes) {
    for (int digits : new int[] {64, 128}) {
      try {
        String written = Manifest.parse(bytes, digits).write();
        assertThat(written.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
      } catch (FormatProblem expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsBagInfoBackByteForByteOrRefuses(byte[] bytes) {
    try {
      assertThat(BagInfo.parse(bytes).write().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
