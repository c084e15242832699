package anbinh.seal.cms;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes are, they are read or refused with a reason; a digest that is not the
/// content's is never taken for it.
class CmsFuzzTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @FuzzTest(maxDuration = "50s")
  void readsSignaturesOrRefuses(byte[] bytes) {
    try {
      CmsSignature signature = CmsSignature.parse(bytes);
      assertThat(signature.isOver(CONTENT) && signature.isSigned()).isFalse();
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsTimeStampsOrRefuses(byte[] bytes) {
    try {
      TimeStamp stamp = TimeStamp.parse(bytes);
      assertThat(stamp.isOver(CONTENT) && stamp.isSigned()).isFalse();
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "50s")
  void readsPdfsOrRefuses(byte[] bytes) {
    try {
      PdfSignature pdf = PdfSignature.parse(bytes);
      assertThat(pdf.signature().certificate()).isNotNull();
      var _ = pdf.isOverFile();
    } catch (FormatProblem expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
