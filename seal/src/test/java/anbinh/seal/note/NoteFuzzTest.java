package anbinh.seal.note;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class NoteFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsNotesBackByteForByteOrRefuses(byte[] bytes) {
    try {
      Note note = Note.parse(bytes);
      assertThat(note.write().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
      Checkpoint checkpoint = Checkpoint.parse(note);
      assertThat(checkpoint.text()).isEqualTo(note.text());
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsKeysBackOrRefuses(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertThat(VerifierKey.parse(text).write()).isEqualTo(text.strip());
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
