package anbinh.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// A folder of nets comes from outside.
class ManifestFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void readsAnyBytesOrSaysWhatIsWrong(byte[] bytes) throws IOException {
    try {
      Manifest manifest = Manifest.of(_ -> bytes, "reader");
      assertThat(manifest.version().name()).isNotBlank();
      manifest.load(1).close();
    } catch (ModelException e) {
      assertThat(e).hasMessageContaining("reader");
    }
  }
}
