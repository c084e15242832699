package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.StreamState;
import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.DigestAlgorithm;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.SyntheticVideo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each cause for which a stream can be down, brought about for real.
class StreamFailureTest {
  private static final IngestOptions OPTIONS =
      IngestOptions.DEFAULTS
          .withPollInterval(Duration.ofMillis(5))
          .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(3))
          .withRetries(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(5));

  /// For failures by a timeout; anything else must not fail by one on a loaded machine.
  private static final IngestOptions IMPATIENT = OPTIONS.withTimeouts(ms(800), ms(800), ms(800));

  private final Listener listener = new Listener();
  private CameraSimulator simulator;
  private SimulatedCamera camera;
  private Ingest ingest;

  @BeforeEach
  void start() throws IOException {
    simulator = new CameraSimulator();
    camera = simulator.add("camera", SyntheticVideo.h264(30, 10, 100));
    ingest = new Ingest(OPTIONS);
  }

  @AfterEach
  void stop() {
    ingest.close();
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://127.0.0.1/",
        "rtsp://",
        "rtsp://127.0.0.1:99999/",
        "rtsp://host name/",
        "rtsp://no-such-host.invalid/"
      })
  void badAddress(String address) throws Exception {
    assertFails(address, Cause.BAD_ADDRESS);
  }

  @Test
  void badAddressWithoutItsPassword() throws Exception {
    assertThat(assertFails("rtsp://user:secret@host:port/", Cause.BAD_ADDRESS))
        .doesNotContain("secret");
    assertThat(CameraAddress.of("rtsp://user:secret@host:port/").toString())
        .doesNotContain("secret");
  }

  @Test
  void unreachableBecauseNothingListens() throws Exception {
    int port;
    try (ServerSocket briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = briefly.getLocalPort();
    }

    assertThat(assertFails("rtsp://127.0.0.1:" + port + "/a", Cause.UNREACHABLE))
        .contains("refused");
  }

  @Test
  void unreachableBecauseNobodyAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Ingest impatient = new Ingest(IMPATIENT)) {
      String address = "rtsp://127.0.0.1:" + silent.getLocalPort() + "/a";
      assertThat(assertFails(impatient, address, Cause.UNREACHABLE))
          .contains("did not answer OPTIONS within 800 ms");
    }
  }

  /// By the address that would be connected to, so whatever name leads there, and with one answer
  /// whether something listens or not.
  @Test
  void forbiddenWhereNothingMayBeConnectedTo() throws Exception {
    try (ServerSocket open = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
        Ingest careful = new Ingest(OPTIONS.withAllowed(address -> !address.isLoopbackAddress()))) {
      open.setSoTimeout(100);
      int closed;
      try (ServerSocket briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        closed = briefly.getLocalPort();
      }
      for (String host : List.of("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]")) {
        for (int port : List.of(open.getLocalPort(), closed)) {
          assertThat(
                  careful.probe(
                      CameraAddress.of("rtsp://" + host + ":" + port + "/a"), Listener.TIMEOUT))
              .isEqualTo(
                  new ProbeResult.Failed(
                      Cause.FORBIDDEN_ADDRESS,
                      "cameras may not be at " + host.replaceAll("[\\[\\]]", "")));
        }
      }
      assertThatThrownBy(open::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void unauthorisedWithoutCredentials() throws Exception {
    camera.requireDigest(new Credentials("u", "p"), DigestAlgorithm.MD5);

    assertThat(assertFails(camera.uri(), Cause.UNAUTHORISED))
        .isEqualTo("the camera wants a user name and a password");
  }

  @Test
  void unauthorisedWithWrongCredentials() throws Exception {
    camera.requireDigest(new Credentials("u", "p"), DigestAlgorithm.SHA_256);
    ingest.open(CameraAddress.of(camera.uri(), "u", "wrong"), listener);
    StreamState.Down down = listener.awaitFailure();

    assertThat(down.cause()).isEqualTo(Cause.UNAUTHORISED);
    assertThat(down.detail()).isEqualTo("the camera refused the user name or the password");
    assertThat(down.retryIn())
        .as("long, lest the camera lock us out")
        .isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void unauthorisedWhereOnlyBasicIsOffered() throws Exception {
    camera.requireBasic(new Credentials("u", "p"));
    CameraAddress address = CameraAddress.of(camera.uri(), "u", "p");

    ProbeResult refused = ingest.probe(address, Listener.TIMEOUT);
    assertThat(refused).isInstanceOf(ProbeResult.Failed.class);
    assertThat(((ProbeResult.Failed) refused).cause()).isEqualTo(Cause.UNAUTHORISED);
    assertThat(((ProbeResult.Failed) refused).detail()).contains("in the clear");

    try (Ingest lenient = new Ingest(OPTIONS.withAllowBasic(true))) {
      assertThat(lenient.probe(address, Listener.TIMEOUT)).isInstanceOf(ProbeResult.Found.class);
    }
  }

  @Test
  void unauthorisedBecauseForbidden() throws Exception {
    camera.refuse(403);

    assertFails(camera.uri(), Cause.UNAUTHORISED);
  }

  @Test
  void notFound() throws Exception {
    assertThat(assertFails(camera.uri() + "-other", Cause.NOT_FOUND))
        .isEqualTo("the camera answered DESCRIBE with 404 Not Found");
  }

  @Test
  void notRtspButHttp() throws Exception {
    assertThat(
            assertFailsWith(
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", Cause.NOT_RTSP))
        .isEqualTo("what answers does not speak RTSP; it sent \"HTTP/1.1 400 Bad Request\"");
  }

  @Test
  void notRtspButGarbage() throws Exception {
    assertFailsWith("\u0001\u0002\u0003\u0004".repeat(100), Cause.NOT_RTSP);
    assertFailsWith("SSH-2.0-OpenSSH_9.2\r\n", Cause.NOT_RTSP);
  }

  @Test
  void notRtspBecauseItHangsUp() throws Exception {
    assertThat(assertFailsWith("", Cause.NOT_RTSP)).contains("closed the connection");
  }

  @Test
  void notRtspBecauseItsDescriptionIsUnreadable() throws Exception {
    assertThat(
            assertFailsWith(
                "RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n"
                    + "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: 5\r\n\r\nhello",
                Cause.NOT_RTSP))
        .contains("description");
  }

  @Test
  void noVideo() throws Exception {
    camera.offer(SimulatedCamera.Offer.AUDIO_ONLY);

    assertFails(camera.uri(), Cause.NO_VIDEO);
  }

  @Test
  void unsupportedCodec() throws Exception {
    camera.offer(SimulatedCamera.Offer.JPEG);

    assertThat(assertFails(camera.uri(), Cause.UNSUPPORTED_CODEC))
        .isEqualTo("the camera sends JPEG; set this stream to H.264 or H.265");
  }

  @Test
  void malformedStream() throws Exception {
    camera.sendGarbage(true);

    assertFails(camera.uri(), Cause.MALFORMED_STREAM);
  }

  @Test
  void malformedStreamAfterGoodPictures() throws Exception {
    ingest.open(CameraAddress.of(camera.uri()), listener);
    listener.awaitUnits(5);
    camera.sendGarbage(true);

    assertThat(listener.awaitFailure().cause()).isEqualTo(Cause.MALFORMED_STREAM);
    camera.sendGarbage(false);
    int before = listener.units().size();
    listener.awaitUnits(before + 5);
  }

  @Test
  void stalledFromTheStart() throws Exception {
    camera.stall(true);

    try (Ingest impatient = new Ingest(IMPATIENT)) {
      assertThat(assertFails(impatient, camera.uri(), Cause.STALLED))
          .isEqualTo("no picture came for 800 ms");
    }
  }

  @Test
  void stalledInTheMiddle() throws Exception {
    ingest.open(CameraAddress.of(camera.uri()), listener);
    listener.awaitUnits(5);
    camera.stall(true);
    assertThat(listener.awaitFailure().cause()).isEqualTo(Cause.STALLED);
    camera.stall(false);
    int before = listener.units().size();
    listener.awaitUnits(before + 5);

    assertThat(listener.states()).last().isInstanceOf(StreamState.Streaming.class);
    assertThat(camera.teardowns()).as("sessions are given back").isPositive();
  }

  @Test
  void endedByGoodbye() throws Exception {
    ingest.open(CameraAddress.of(camera.uri()), listener);
    listener.awaitUnits(5);
    camera.sayGoodbye();

    assertThat(listener.awaitFailure())
        .extracting(StreamState.Down::cause, StreamState.Down::detail)
        .containsExactly(Cause.ENDED, "the camera said goodbye");
  }

  @Test
  void endedByClosing() throws Exception {
    ingest.open(CameraAddress.of(camera.uri()), listener);
    listener.awaitUnits(5);
    camera.disconnect();

    assertThat(listener.awaitFailure().cause()).isEqualTo(Cause.ENDED);
  }

  @Test
  void refused() throws Exception {
    camera.refuse(503);

    assertThat(assertFails(camera.uri(), Cause.REFUSED))
        .isEqualTo(
            "the camera answered DESCRIBE with 503 Refused: it is busy; it may serve only a few"
                + " viewers at a time");
  }

  @Test
  void probeRunsOutOfTime() throws Exception {
    camera.stall(true);

    ProbeResult late = ingest.probe(CameraAddress.of(camera.uri()), Duration.ofMillis(400));

    assertThat(late).isEqualTo(new ProbeResult.Failed(Cause.STALLED, "no picture within 400 ms"));
  }

  @Test
  void triesAgainMoreAndMoreSlowly() throws Exception {
    camera.refuse(503);
    ingest.open(CameraAddress.of(camera.uri()), listener);
    listener.await("five failures", it -> it.failures().size() >= 5);

    assertThat(listener.failures().get(0).retryIn()).isBetween(ms(40), ms(60));
    assertThat(listener.failures().get(1).retryIn()).isBetween(ms(80), ms(120));
    assertThat(listener.failures().get(4).retryIn()).isBetween(ms(160), ms(240));
    assertThat(listener.states()).contains(new StreamState.Connecting(5));
    camera.refuse(0);
    listener.awaitUnits(1);
  }

  private String assertFails(String address, Cause cause) throws InterruptedException {
    return assertFails(ingest, address, cause);
  }

  private static String assertFails(Ingest by, String address, Cause cause)
      throws InterruptedException {
    ProbeResult result = by.probe(CameraAddress.of(address), Listener.TIMEOUT);

    assertThat(result).isInstanceOf(ProbeResult.Failed.class);
    ProbeResult.Failed failed = (ProbeResult.Failed) result;
    assertThat(failed.cause()).as(failed.detail()).isEqualTo(cause);
    assertThat(failed.detail()).isNotBlank().doesNotContain("\n");
    return failed.detail();
  }

  /// Of a server that answers whatever comes with `answer` and hangs up.
  private String assertFailsWith(String answer, Cause cause) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try (Socket client = server.accept()) {
                  client.getInputStream().read();
                  client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                  client.getOutputStream().flush();
                  client.shutdownOutput();
                  client.getInputStream().readAllBytes();
                } catch (IOException clientGone) {
                  Thread.currentThread().interrupt();
                }
              });
      String detail = assertFails("rtsp://127.0.0.1:" + server.getLocalPort() + "/a", cause);
      thread.join();
      return detail;
    }
  }

  private static Duration ms(long milliseconds) {
    return Duration.ofMillis(milliseconds);
  }
}
