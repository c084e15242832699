package anbinh.seal.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;

class ExportReaderFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsSignaturesOrRefusesHoweverTheFileIsCut(byte[] bytes) {
    assertThat(read(bytes, Math.max(1, bytes.length))).isEqualTo(read(bytes, 3));
  }

  private static String read(byte[] bytes, int piece) {
    try {
      var reader = new ExportReader();
      for (int at = 0; at < bytes.length; at += piece) {
        reader.update(bytes, at, Math.min(piece, bytes.length - at));
      }
      return reader.end().stream().map(ExportSignature::isSigned).toList().toString();
    } catch (FormatProblem refused) {
      return "refused";
    }
  }
}
