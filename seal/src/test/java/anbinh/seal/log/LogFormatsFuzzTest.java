package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LogFormatsFuzzTest {
  private static final VerifierKey KEY = SigningKey.generate("o").verifierKey();

  @FuzzTest(maxDuration = "50s")
  void readsProofsBackByteForByteOrRefuses(byte[] bytes) {
    try {
      TlogProof proof = TlogProof.parse(bytes);
      assertThat(proof.write().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
      assertThat(TlogProof.parseSpicy(proof.writeSpicy().getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(proof);
      assertThat(proof.proves(new byte[1], KEY)).isFalse();
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsLeavesBackByteForByteOrRefuses(byte[] bytes) {
    try {
      assertThat(Leaf.parse(bytes).canonical()).isEqualTo(bytes);
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsEventsBackByteForByteOrRefuses(byte[] bytes) {
    try {
      EventRecord event = EventRecord.parse(bytes);
      assertThat(event.canonical()).isEqualTo(bytes);
      assertThat(Leaf.parse(event.leaf().canonical())).isEqualTo(event.leaf());
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsBundlesBackByteForByteOrRefuses(byte[] bytes) {
    try {
      int count = bytes.length == 0 ? 1 : bytes[0] & 0xff;
      List<byte[]> entries = Entries.read(bytes, Math.min(1, bytes.length), bytes.length, count);
      assertThat(Entries.write(entries)).hasSize(bytes.length - 1);
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void recoversJournalsOrRefuses(byte[] bytes) throws IOException {
    Path folder = Files.createTempDirectory("journal");
    Path file = folder.resolve("00000000000000000000");
    try {
      Files.write(file, bytes);
      List<Journal.Recovered> first = Journal.recover(folder, true);
      assertThat(Journal.recover(folder, false)).hasSameSizeAs(first);
    } catch (LogFailure expected) {
      assertThat(expected.getMessage()).contains("damaged");
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
