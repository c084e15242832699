package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Requests that no well-behaved client sends, byte by byte.
class ReadableRequestsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void brokenEncodingInAnAddressIsNamedAndIsNoFault() throws Exception {
    for (String path :
        new String[] {
          "/api/site?q=%zz",
          "/api/site?q=%",
          "/api/site?q=%c3%28",
          "/api/site?%zz=1",
          "/api/cameras/%zz",
          "/api/site?q=a%00b",
          "/api/cameras/%00"
        }) {
      String answer = send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "");
      assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ");
    }
    assertThat(send("GET /api/site?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", ""))
        .contains("application/problem+json", "bad-address");
    assertThat(send("GET /api/site?q=a%00b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", ""))
        .contains("\"field\":\"q\"", "characters");
  }

  /// Its sender is signed in to nothing: sign-in itself is what anybody may send a body to.
  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    String head = signIn() + "Content-Length: 2000000000\r\n\r\n";
    assertThat(send(head, "{")).contains("HTTP/1.1 413", "too-large");
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsReadOnlySoFar() throws Exception {
    var body = new StringBuilder("1\r\n{\r\n");
    String filler = " ".repeat(16 * 1024);
    for (int i = 0; i < 20; i++) {
      body.append("4000\r\n").append(filler).append("\r\n");
    }
    body.append("0\r\n\r\n");
    String answer = send(signIn() + "Transfer-Encoding: chunked\r\n\r\n", body.toString());
    assertThat(answer).contains("HTTP/1.1 413", "too-large");
  }

  @Test
  void aBodyThatEndsBeforeItsEndIsNoFault() throws Exception {
    String answer = send(signIn() + "Content-Length: 9\r\n\r\n", "{\"userna");
    assertThat(answer).doesNotContain(" 500 ", "Exception");
  }

  private static String signIn() {
    String token = SERVER.client().get("/api/session").header("Set-Cookie").orElseThrow();
    String value = token.substring(token.indexOf('=') + 1, token.indexOf(';'));
    return "POST /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nAccept-Language: en\r\n"
        + ("Cookie: XSRF-TOKEN=" + value + "\r\nX-XSRF-TOKEN: " + value + "\r\n");
  }

  /// Sends and returns all that comes until the server closes.
  private static String send(String head, String body) throws IOException {
    URI server = SERVER.uri("/");
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        socket.shutdownOutput();
      } catch (IOException refused) {
        // The server has answered before it has read everything.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
