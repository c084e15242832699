package anbinh.vision.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// Whatever comes, it is a message that is written as it was read, or refused.
class CodecFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void readsAnyRequestOrRefusesIt(byte[] bytes) throws IOException {
    try {
      AnalysisRequest request = RequestCodec.read(new ByteArrayInputStream(bytes));
      if (request != null) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RequestCodec.write(request, out);
        assertThat(RequestCodec.read(new ByteArrayInputStream(out.toByteArray())))
            .isEqualTo(request);
      }
    } catch (ProtocolException | EOFException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void readsAnyAnswerOrRefusesIt(byte[] bytes) throws IOException {
    try {
      AnalysisAnswer answer = AnswerCodec.read(new ByteArrayInputStream(bytes));
      if (answer != null) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnswerCodec.write(answer, out);
        assertThat(AnswerCodec.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(answer);
      }
    } catch (ProtocolException | EOFException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
