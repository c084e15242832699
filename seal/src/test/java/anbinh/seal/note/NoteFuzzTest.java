package anbinh.seal.note;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class NoteFuzzTest {
  private static final CosigningKey WITNESS = CosigningKey.generate("w");

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

  @FuzzTest(maxDuration = "50s")
  void readsWitnessKeysBackOrRefuses(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertThat(WitnessKey.parse(text).write()).isEqualTo(text.strip());
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void neverCallsAnotherCosignatureGood(byte[] bytes) {
    WitnessKey key = WITNESS.witnessKey();
    try {
      String line = "— " + key.name() + " " + new String(bytes, StandardCharsets.UTF_8) + "\n";
      Note note = new Note("o\n", Note.parseSignatures(line));
      assertThat(key.check(note)).isNotInstanceOf(WitnessKey.Answer.Cosigned.class);
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
