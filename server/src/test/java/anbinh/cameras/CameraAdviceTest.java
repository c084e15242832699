package anbinh.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.ingest.CameraAddress;
import anbinh.media.ingest.Ingest;
import anbinh.media.ingest.IngestOptions;
import anbinh.media.ingest.ProbeResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Real failures, as the ingest words them: each gets the advice that helps with it, and not that
/// of another failure with the same cause.
class CameraAdviceTest {
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Ingest INGEST =
      new Ingest(IngestOptions.DEFAULTS.withTimeouts(SHORT, SHORT, SHORT));

  @AfterAll
  static void close() {
    INGEST.close();
  }

  @Test
  void tellsAClosedPortFromAnUnknownNameAndFromACameraThatHangs() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
      assertThat(advice("rtsp://127.0.0.1:" + closed + "/x", null)).isEqualTo("UNREACHABLE.SILENT");
    }
    assertThat(advice("rtsp://127.0.0.1:" + closed + "/x", null))
        .isEqualTo("UNREACHABLE.PORT_CLOSED");
    assertThat(advice("rtsp://khong-co-may-nay.invalid/x", null)).isEqualTo("BAD_ADDRESS.HOST");
    assertThat(advice("http://127.0.0.1/x", null)).isEqualTo("BAD_ADDRESS");
  }

  @Test
  void tellsAWrongPasswordFromNoneAndFromOneThatTheCameraWantsInTheClear() throws Exception {
    String digest = "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"1\"";
    assertThat(answered(digest, null)).isEqualTo("UNAUTHORISED.NO_PASSWORD");
    assertThat(answered(digest, "sai")).isEqualTo("UNAUTHORISED");
    assertThat(answered("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", "đúng"))
        .isEqualTo("UNAUTHORISED.BASIC_ONLY");
    assertThat(answered("403 Forbidden", "xem")).isEqualTo("UNAUTHORISED.FORBIDDEN");
  }

  @Test
  void tellsWhatACameraRefusesFor() throws Exception {
    assertThat(answered("461 Unsupported Transport", null)).isEqualTo("REFUSED.TRANSPORT");
    assertThat(answered("302 Found\r\nLocation: rtsp://192.0.2.7/y", null))
        .isEqualTo("REFUSED.MOVED");
    assertThat(answered("453 Not Enough Bandwidth", null)).isEqualTo("REFUSED");
    assertThat(answered("404 Not Found", null)).isEqualTo("NOT_FOUND");
  }

  private static String answered(String status, @Nullable String password)
      throws IOException, InterruptedException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(server, status));
      return advice("rtsp://127.0.0.1:" + server.getLocalPort() + "/x", password);
    }
  }

  private static void answer(ServerSocket server, String status) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String number = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith("CSeq:")) {
            number = line;
          }
          if (line.isEmpty()) {
            client
                .getOutputStream()
                .write(
                    ("RTSP/1.0 " + status + "\r\n" + number + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
          }
        }
      } catch (IOException closed) {
        // The camera was left.
      }
    }
  }

  private static String advice(String uri, @Nullable String password) throws InterruptedException {
    CameraAddress address =
        password == null ? CameraAddress.of(uri) : CameraAddress.of(uri, "xem", password);
    ProbeResult result = INGEST.probe(address, Duration.ofSeconds(10));
    var failed = (ProbeResult.Failed) result;
    return CameraAdvice.key(failed.cause().name(), failed.detail());
  }
}
