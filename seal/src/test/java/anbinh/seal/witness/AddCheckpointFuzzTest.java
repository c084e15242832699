package anbinh.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class AddCheckpointFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsRequestsBackByteForByteOrRefuses(byte[] bytes) {
    try {
      AddCheckpoint request = AddCheckpoint.parse(bytes);
      assertThat(request.write().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
      TreeHead head = TreeHead.parse(request.note());
      assertThat(request.note().text()).startsWith(head.origin() + "\n" + head.size() + "\n");
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
