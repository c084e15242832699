package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.Codec;
import anbinh.media.StreamState;
import anbinh.media.StreamState.Cause;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.SyntheticVideo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a network and a careless camera do to a connection, over real sockets.
class WireFaultTest {
  private static final IngestOptions OPTIONS =
      IngestOptions.DEFAULTS
          .withPollInterval(Duration.ofMillis(5))
          .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20))
          .withRetries(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(5));

  /// For cameras that are given up because nothing comes.
  private static final IngestOptions IMPATIENT =
      OPTIONS.withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(1));

  private static final String SDP =
      """
      v=0
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=fmtp:96 sprop-parameter-sets=Z00AKeKQCgC3YC3AQEBpB4kRUA==,aO48gA==
      a=control:track1
      """;

  /// What a camera does once it has been asked to play.
  private interface Play {
    void on(Socket client, OutputStream out) throws IOException, InterruptedException;
  }

  private final Listener listener = new Listener();
  private final Ingest ingest = new Ingest(OPTIONS);

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void receivesOneByteAtATime() throws Exception {
    try (ServerSocket server = camera("", WireFaultTest::sendByteByByte)) {
      ingest.open(address(server), listener);
      listener.awaitUnits(9);
    }
    assertThat(listener.losses()).isEmpty();
    assertEvery(3000, listener.units().subList(0, 9));
  }

  @Test
  void receivesFromACameraThatNoLongerListens() throws Exception {
    Play play =
        (client, out) -> {
          client.shutdownInput();
          for (int i = 0; i < 40; i++) {
            out.write(picture(i));
            Thread.sleep(50);
          }
        };
    try (ServerSocket server = camera("Session: a;timeout=1\r\n", play)) {
      ingest.open(address(server), listener);
      listener.awaitUnits(35);
    }
    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void deliversWhatCameBeforeTheCameraFellSilentForGood() throws Exception {
    Play play =
        (client, out) -> {
          for (int i = 0; i < 10; i++) {
            out.write(picture(i));
          }
          client.shutdownOutput();
        };
    try (ServerSocket server = camera("", play)) {
      ingest.open(address(server), listener);
      assertThat(listener.awaitFailure().cause()).isEqualTo(Cause.ENDED);
    }
    assertThat(listener.units()).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void outlivesAStallAndTheBurstAfterIt() throws Exception {
    Play play =
        (client, out) -> {
          out.write(picture(0));
          Thread.sleep(900);
          ByteBuffer burst = ByteBuffer.allocate(400 * picture(0).length);
          for (int i = 1; i <= 400; i++) {
            burst.put(picture(i));
          }
          out.write(burst.array());
          Thread.sleep(300);
        };
    try (ServerSocket server = camera("", play)) {
      ingest.open(address(server), listener);
      listener.awaitUnits(400);
    }
    assertThat(listener.losses()).isEmpty();
    assertEvery(3000, listener.units().subList(0, 400));
  }

  @Test
  void findsThePicturesAgainAfterGarbageBehindTheAnswerToPlay() throws Exception {
    Play play =
        (client, out) -> {
          out.write("\0\0garbage$$$\1\2 RTSP".getBytes(StandardCharsets.ISO_8859_1));
          for (int i = 0; i < 30; i++) {
            out.write(picture(i));
            Thread.sleep(10);
          }
        };
    try (ServerSocket server = camera("", play)) {
      ingest.open(address(server), listener);
      listener.awaitUnits(20);
    }
    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void givesUpOnACameraThatPlaysNothing() throws Exception {
    try (ServerSocket server = camera("", (client, out) -> client.getInputStream().readAllBytes());
        Ingest impatient = new Ingest(IMPATIENT)) {
      impatient.open(address(server), listener);
      StreamState.Down down = listener.awaitFailure();

      assertThat(down.cause()).isEqualTo(Cause.STALLED);
      assertThat(down.detail()).isEqualTo("no picture came for 1000 ms");
    }
  }

  @Test
  void readsTheReportsOfACameraWithOneChannelForAll() throws Exception {
    Play play =
        (client, out) -> {
          for (int i = 0; i < 20; i++) {
            out.write(
                frame("80c80006000000050000000100000000" + "%08x".formatted(i) + "0".repeat(16)));
            out.write(picture(i));
          }
          Thread.sleep(300);
        };
    try (ServerSocket server = camera("Transport: RTP/AVP/TCP;interleaved=0-0\r\n", play)) {
      ingest.open(address(server), listener);
      listener.awaitUnits(15);
    }
    assertThat(listener.reports()).isNotEmpty();
    assertThat(listener.losses()).isEmpty();
  }

  @Test
  void refusesEnormousHeadersAtOnce() throws Exception {
    String header = "RTSP/1.0 200 OK\r\n" + ("X-Y: " + "z".repeat(1000) + "\r\n").repeat(200);
    try (ServerSocket server = answering(header)) {
      ingest.open(address(server), listener);

      assertThat(listener.awaitFailure().cause()).isEqualTo(Cause.NOT_RTSP);
    }
  }

  @Test
  void recoversFromACameraThatChangesItsCodingInTheMiddle() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        Ingest impatient = new Ingest(IMPATIENT)) {
      SimulatedCamera camera = simulator.add("camera", SyntheticVideo.h264(30, 10, 50));
      impatient.open(CameraAddress.of(camera.uri()), listener);
      listener.awaitUnits(10);
      camera.switchTo(SyntheticVideo.h265(30, 10, 50));
      listener.await(
          "pictures of the other coding",
          it -> it.formats().size() > 1 && it.formats().getLast().codec() == Codec.H265);
      int before = listener.units().size();
      listener.awaitUnits(before + 10);
    }
    assertThat(listener.failures().getFirst().cause()).isIn(Cause.STALLED, Cause.MALFORMED_STREAM);
  }

  /// A server of one client after another that goes through the conversation as cameras do.
  private static ServerSocket camera(String setUpHeaders, Play play) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket client = server.accept()) {
              converse(client, setUpHeaders);
              play.on(client, client.getOutputStream());
            } catch (IOException gone) {
              // The next client may come.
            } catch (InterruptedException stopped) {
              return;
            }
          }
        });
    return server;
  }

  private static ServerSocket answering(String answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try (Socket client = server.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
          } catch (IOException gone) {
            Thread.currentThread().interrupt();
          }
        });
    return server;
  }

  private static void converse(Socket client, String setUpHeaders) throws IOException {
    OutputStream out = client.getOutputStream();
    for (int number = 1; number <= 4; number++) {
      readRequest(client.getInputStream());
      String headers = number == 3 ? setUpHeaders : "";
      String body = number == 2 ? SDP : "";
      String answer =
          String.format(
              Locale.ROOT,
              "RTSP/1.0 200 OK\r\nCSeq: %d\r\n%sContent-Length: %d\r\n\r\n%s",
              number,
              headers,
              body.length(),
              body);
      out.write(answer.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client is gone");
      }
      text.append((char) next);
    }
  }

  private static void sendByteByByte(Socket client, OutputStream out) throws IOException {
    client.setTcpNoDelay(true);
    for (int i = 0; i < 12; i++) {
      for (byte one : picture(i)) {
        out.write(one);
        out.flush();
      }
    }
    client.getInputStream().readAllBytes();
  }

  /// The n-th picture, a key picture, in one packet.
  private static byte[] picture(int number) {
    return frame(
        "80e0%04x%08x00000005".formatted(number & 0xFFFF, number * 3000) + "6588840102030405");
  }

  private static byte[] frame(String packet) {
    byte[] content = HexFormat.of().parseHex(packet);
    ByteBuffer framed = ByteBuffer.allocate(4 + content.length);
    return framed
        .put((byte) '$')
        .put((byte) 0)
        .putShort((short) content.length)
        .put(content)
        .array();
  }

  private static void assertEvery(long ticks, List<AccessUnit> units) {
    for (int i = 1; i < units.size(); i++) {
      assertThat(units.get(i).pts90k() - units.get(i - 1).pts90k()).isEqualTo(ticks);
    }
  }

  private static CameraAddress address(ServerSocket server) {
    return CameraAddress.of("rtsp://127.0.0.1:" + server.getLocalPort() + "/a");
  }
}
