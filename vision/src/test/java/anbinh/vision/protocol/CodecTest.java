package anbinh.vision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.vision.protocol.AnalysisRequest.Finish;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ByteArrayInputStream in() {
    return new ByteArrayInputStream(out.toByteArray());
  }

  @Test
  void readsTheRequestsThatItWrites() throws IOException {
    RequestCodec.writeHeader(out);
    for (AnalysisRequest request : MessageFixture.REQUESTS) {
      RequestCodec.write(request, out);
    }
    ByteArrayInputStream in = in();
    RequestCodec.readHeader(in);
    List<AnalysisRequest> read = new ArrayList<>();
    for (AnalysisRequest each = RequestCodec.read(in); each != null; each = RequestCodec.read(in)) {
      read.add(each);
    }
    assertThat(read).isEqualTo(MessageFixture.REQUESTS);
  }

  @Test
  void readsTheAnswersThatItWrites() throws IOException {
    AnswerCodec.writeHeader(out);
    for (AnalysisAnswer answer : MessageFixture.ANSWERS) {
      AnswerCodec.write(answer, out);
    }
    ByteArrayInputStream in = in();
    AnswerCodec.readHeader(in);
    List<AnalysisAnswer> read = new ArrayList<>();
    for (AnalysisAnswer each = AnswerCodec.read(in); each != null; each = AnswerCodec.read(in)) {
      read.add(each);
    }
    assertThat(read).isEqualTo(MessageFixture.ANSWERS);
  }

  /// The bytes of version 2.
  @Test
  void writesAsTheProtocolSays() throws IOException {
    RequestCodec.writeHeader(out);
    RequestCodec.write(new Finish("ab"), out);
    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .isEqualTo("4142564102" + "00000007" + "02" + "00000002" + "6162");
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes = HexFormat.of().parseHex("4142564101");
    assertThatThrownBy(() -> RequestCodec.readHeader(new ByteArrayInputStream(bytes)))
        .hasMessage("is version 1 of the protocol, not 2");
    byte[] text = "java.lang.Error".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> AnswerCodec.readHeader(new ByteArrayInputStream(text)))
        .hasMessage("does not begin as this protocol does");
  }

  @Test
  void refusesAMessageThatIsTooLongBeforeItReadsIt() {
    assertRefused("7fffffff", "a message cannot be of 2147483647 bytes");
    assertRefused("00000000", "a message cannot be of 0 bytes");
  }

  @Test
  void refusesWhatIsNoMessage() {
    assertRefused("0000000109", "there is no request of kind 9");
    assertRefused("0000000102", "a message is too short");
    assertRefused("000000060200000002" + "61", "a field cannot be of 2 bytes");
    assertRefused("000000060200000000" + "61", "a message is 1 bytes too long");
    assertRefused("000000060200000001" + "ff", "a text is not in UTF-8");
  }

  @Test
  void refusesAStepOfNoStage() {
    String unit = "0000000000000007";
    String number = "0000000000000001";
    assertAnswerRefused("0000001506" + unit + "00000000" + number, "Stage is lacking");
    assertAnswerRefused("0000001706" + unit + "000000024142" + number, "Stage has no AB");
  }

  @Test
  void refusesASpanThatEndsBeforeItBegins() {
    String counts = "0000000000000007" + "0000000000000000" + "0000000000000000" + "01";
    assertAnswerRefused(
        "0000002a03" + counts + "0000000000000001" + "0000000000000000",
        "a message is wrong: a span ends before it begins: "
            + "1970-01-01T00:00:00.001Z … 1970-01-01T00:00:00Z");
  }

  private static void assertAnswerRefused(String hex, String message) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> AnswerCodec.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(ProtocolException.class)
        .hasMessage(message);
  }

  private static void assertRefused(String hex, String message) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> RequestCodec.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(ProtocolException.class)
        .hasMessage(message);
  }

  @Test
  void tellsAnEndWithinAMessageFromAnEnd() throws IOException {
    RequestCodec.write(new Finish("ab"), out);
    for (int length = 1; length < out.size(); length++) {
      byte[] cut = Arrays.copyOf(out.toByteArray(), length);
      assertThatThrownBy(() -> RequestCodec.read(new ByteArrayInputStream(cut)))
          .isInstanceOf(EOFException.class);
    }
    assertThat(RequestCodec.read(new ByteArrayInputStream(new byte[0]))).isNull();
  }
}
