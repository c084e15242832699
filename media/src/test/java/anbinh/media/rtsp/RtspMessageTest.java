package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspMessageTest {
  @Test
  void readsAResponse() throws Exception {
    RtspMessage message =
        RtspMessage.parse("RTSP/1.0 200 OK\r\nCSeq: 3\r\nSession: 12;timeout=60\r\n", "body");

    assertThat(message).isInstanceOf(RtspResponse.class);
    RtspResponse response = (RtspResponse) message;
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.reason()).isEqualTo("OK");
    assertThat(response.succeeded()).isTrue();
    assertThat(response.sequence()).hasValue(3);
    assertThat(response.headers().find("session")).contains("12;timeout=60");
    assertThat(response.body()).isEqualTo("body");
  }

  @Test
  void readsARequest() throws Exception {
    RtspMessage message =
        RtspMessage.parse("DESCRIBE rtsp://host/a?b=c&d RTSP/1.0\r\nCSeq: 7\r\n", "");

    assertThat(message).isInstanceOf(RtspRequest.class);
    RtspRequest request = (RtspRequest) message;
    assertThat(request.method()).isEqualTo("DESCRIBE");
    assertThat(request.uri()).isEqualTo("rtsp://host/a?b=c&d");
  }

  @Test
  void bearsResponsesAsCamerasSendThem() throws Exception {
    assertThat(((RtspResponse) RtspMessage.parse("RTSP/1.0 404", "")).reason()).isEmpty();
    assertThat(((RtspResponse) RtspMessage.parse("rtsp/1.0 401 Not Authorised", "")).status())
        .isEqualTo(401);
    RtspMessage sloppy =
        RtspMessage.parse("RTSP/1.0 200 OK\nCSeq:4\nno colon here\n: no name\nA:  b  \n", "");
    assertThat(sloppy.sequence()).hasValue(4);
    assertThat(sloppy.headers().find("A")).contains("b");
    assertThat(sloppy.headers().fields()).hasSize(2);
  }

  @Test
  void joinsFoldedFields() throws Exception {
    RtspMessage message =
        RtspMessage.parse("RTSP/1.0 200 OK\r\nPublic: OPTIONS,\r\n DESCRIBE\r\n", "");

    assertThat(message.headers().find("Public")).contains("OPTIONS, DESCRIBE");
  }

  @Test
  void keepsAllFieldsOfOneName() throws Exception {
    RtspMessage message =
        RtspMessage.parse(
            "RTSP/1.0 401 No\r\nWWW-Authenticate: Basic a\r\nwww-authenticate: Digest b\r\n", "");

    assertThat(message.headers().list("WWW-Authenticate")).containsExactly("Basic a", "Digest b");
    assertThat(message.headers().find("WWW-Authenticate")).contains("Basic a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "RTSP/1.0",
        "RTSP/1.0 OK",
        "RTSP/1.0 20 OK",
        "RTSP/1.0 2000 OK",
        "GET / HTTP/1.1",
        "HTTP/1.1 200 OK",
        "DESCRIBE RTSP/1.0",
        "DESCRIBE rtsp://h/a b RTSP/1.0",
        "DESCRIBE rtsp://h/a\u0001b RTSP/1.0",
        "garbage"
      })
  void refusesWhatIsNoMessage(String head) {
    assertThatThrownBy(() -> RtspMessage.parse(head, ""))
        .isInstanceOf(MalformedRtspException.class);
  }

  @Test
  void writesARequestAsItGoesOut() {
    RtspRequest request =
        new RtspRequest("OPTIONS", "rtsp://h/", RtspHeaders.NONE.with("CSeq", "1"), "");

    assertThat(text(request.toBytes())).isEqualTo("OPTIONS rtsp://h/ RTSP/1.0\r\nCSeq: 1\r\n\r\n");
  }

  @Test
  void countsTheBodyInBytes() {
    RtspResponse response = new RtspResponse(200, "OK", RtspHeaders.NONE, "s=Cửa hàng");

    assertThat(text(response.toBytes()))
        .isEqualTo("RTSP/1.0 200 OK\r\nContent-Length: 13\r\n\r\ns=Cửa hàng");
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    RtspRequest request =
        new RtspRequest(
            "SETUP",
            "rtsp://h/trackID=1",
            new RtspHeaders(List.of(new RtspHeaders.Field("CSeq", "9"))).with("Transport", "x"),
            "");

    assertThat(RtspMessage.parse(text(request.toBytes()), "")).isEqualTo(request);
  }

  @Test
  void doesNotLetAddressesOrFieldsBreakLines() {
    assertThatThrownBy(() -> new RtspRequest("PLAY", "rtsp://h/\r\nX: y", RtspHeaders.NONE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RtspHeaders.NONE.with("A", "b\r\nC: d"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNoHeaderFieldsInTextForm() {
    RtspRequest request =
        new RtspRequest("PLAY", "rtsp://h/", RtspHeaders.NONE.with("Authorization", "secret"), "");

    assertThat(request.toString()).doesNotContain("secret");
  }

  @Test
  void readsTheNumberAtTheFront() {
    assertThat(RtspMessage.decimal(" 42;x")).hasValue(42);
    assertThat(RtspMessage.decimal("x42")).isEmpty();
    assertThat(RtspMessage.decimal("")).isEmpty();
    assertThat(RtspMessage.decimal("99999999999")).isEmpty();
    assertThat(RtspMessage.decimal("2147483648")).isEmpty();
    assertThat(RtspMessage.decimal("2147483647")).hasValue(Integer.MAX_VALUE);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
