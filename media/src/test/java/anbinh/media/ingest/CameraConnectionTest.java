package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Await;
import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.RtspUri;
import anbinh.media.rtsp.StreamFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraConnectionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long NOW = 17 * SECOND;

  private final ByteBuffer shared = ByteBuffer.allocate(64 * 1024);
  private ServerSocket camera;
  private Selector selector;
  private CameraConnection connection;

  @BeforeEach
  void open() throws Exception {
    camera = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    selector = Selector.open();
    connection =
        CameraConnection.open(
            new InetSocketAddress(camera.getInetAddress(), camera.getLocalPort()),
            selector,
            IngestOptions.DEFAULTS,
            NOW);
    CameraAddress address = CameraAddress.of("rtsp://127.0.0.1:" + camera.getLocalPort() + "/a");
    CameraSession session =
        new CameraSession(
            RtspUri.parse(address.uri()),
            address,
            IngestOptions.DEFAULTS,
            new VideoReception(IngestOptions.DEFAULTS, new Listener()),
            new Random(1),
            connection::send);
    connection.attach(
        new CameraStream(
            address,
            new Listener(),
            observer -> new VideoReception(IngestOptions.DEFAULTS, observer),
            IngestOptions.DEFAULTS,
            new HostResolver(),
            new Random(1),
            NOW),
        session);
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    selector.close();
    camera.close();
  }

  @Test
  void beginsTheConversationOnceItIsConnected() throws Exception {
    assertThat(connection.isHandshake()).isFalse();
    try (Socket client = connect()) {
      assertThat(connection.isHandshake()).isTrue();
      assertThat(connection.isPlaying()).isFalse();
      byte[] asked = new byte[12];
      assertThat(client.getInputStream().readNBytes(asked, 0, 12)).isEqualTo(12);
      assertThat(new String(asked, StandardCharsets.US_ASCII)).isEqualTo("OPTIONS rtsp");
    }
  }

  @Test
  void givesUpConnectingInTime() throws Exception {
    connection.tick(NOW + 5 * SECOND);
    assertThatThrownBy(() -> connection.tick(NOW + 5 * SECOND + 1))
        .isInstanceOfSatisfying(
            StreamFailedException.class,
            failure -> {
              assertThat(failure.streamCause()).isEqualTo(Cause.UNREACHABLE);
              assertThat(failure.detail()).isEqualTo("no connection within 5000 ms");
            });
  }

  @Test
  void givesUpOnACameraThatDoesNotRead() throws Exception {
    try (Socket client = connect()) {
      assertThat(client.isConnected()).isTrue();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  connection.send(ByteBuffer.allocate(64 * 1024));
                  ready();
                }
              })
          .isInstanceOfSatisfying(
              StreamFailedException.class,
              failure -> {
                assertThat(failure.streamCause()).isEqualTo(Cause.STALLED);
                assertThat(failure.detail()).isEqualTo("the camera does not read");
              });
    }
  }

  @Test
  void tellsWhoHungUp() throws Exception {
    connect().close();
    assertThatThrownBy(() -> Await.until("it is noticed", () -> !isReady()))
        .hasRootCauseInstanceOf(StreamFailedException.class)
        .hasMessageContaining("the connection");
  }

  /// There is nobody to take leave of.
  @Test
  void hasLeftWhereItNeverConnected() {
    assertThat(connection.owner()).isNotNull();
    connection.leave();
    assertThat(connection.owner()).isNull();
    assertThat(connection.hasLeft()).isTrue();
    connection.close();
    assertThat(connection.isClosed()).isTrue();
  }

  private Socket connect() throws IOException {
    Socket client = camera.accept();
    Await.until("it is connected", () -> isReady() && connection.isHandshake());
    return client;
  }

  private boolean isReady() {
    try {
      ready();
      return true;
    } catch (StreamFailedException | IOException failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  private void ready() throws StreamFailedException, IOException {
    selector.selectNow();
    connection.ready(shared, NOW, Instant.EPOCH);
  }
}
