package anbinh.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Problem;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class ScanFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void takesScansByteForByteOrRefuses(byte[] bytes) {
    for (String sent :
        new String[] {
          new String(bytes, StandardCharsets.UTF_8), Base64.getEncoder().encodeToString(bytes)
        }) {
      try {
        ScanForm.Requested requested = new ScanForm(sent).read();
        assertThat(ScanKind.of(requested.content().toArray())).contains(requested.kind());
        assertThat(requested.content().toArray()).isEqualTo(Base64.getDecoder().decode(sent));
      } catch (Problem expected) {
        assertThat(expected.fields()).isNotEmpty();
      }
    }
  }
}
