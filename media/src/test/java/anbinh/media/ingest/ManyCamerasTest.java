package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.StreamState;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.SyntheticVideo;
import anbinh.media.simulator.VideoSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Many cameras on one thread, some of them in trouble.
class ManyCamerasTest {
  private static final IngestOptions OPTIONS =
      IngestOptions.DEFAULTS.withRetries(
          Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMillis(500));

  private final VideoSource source = SyntheticVideo.h264(30, 10, 25);

  @Test
  void receivesAHundredCamerasOnOneThreadWithoutLoss() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        Ingest ingest = new Ingest(OPTIONS)) {
      List<Listener> listeners = new ArrayList<>();
      Set<String> threads = Collections.synchronizedSet(new HashSet<>());
      for (int i = 0; i < 100; i++) {
        SimulatedCamera camera = simulator.add("camera-" + i, source, i);
        Listener listener =
            new Listener() {
              @Override
              public synchronized void onAccessUnit(AccessUnit unit) {
                threads.add(Thread.currentThread().getName());
                super.onAccessUnit(unit);
              }
            };
        listeners.add(listener);
        ingest.open(CameraAddress.of(camera.uri()), listener);
      }
      for (Listener listener : listeners) {
        listener.awaitUnits(40);
      }

      assertThat(threads).hasSize(1);
      for (int i = 0; i < 100; i++) {
        assertThat(listeners.get(i).losses()).isEmpty();
        assertThat(listeners.get(i).failures()).isEmpty();
        assertFollows(listeners.get(i).payloads(), i % 3 * 10);
      }
    }
  }

  @Test
  void keepsGoodCamerasSteadyBesideBadOnes() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Ingest ingest = new Ingest(OPTIONS)) {
      List<Listener> good = new ArrayList<>();
      List<Listener> bad = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Listener listener = new Listener();
        good.add(listener);
        ingest.open(CameraAddress.of(simulator.add("good-" + i, source, i).uri()), listener);
        SimulatedCamera camera = simulator.add("bad-" + i, source, i);
        switch (i % 5) {
          case 0 -> camera.sendGarbage(true);
          case 1 -> camera.breakFraming(0.2);
          case 2 -> camera.losePackets(0.3);
          case 3 -> camera.refuse(500);
          default -> camera.stall(true);
        }
        Listener troubled = new Listener();
        bad.add(troubled);
        ingest.open(CameraAddress.of(camera.uri()), troubled);
        ingest.open(
            CameraAddress.of("rtsp://127.0.0.1:" + silent.getLocalPort() + "/"), new Listener());
      }
      for (Listener listener : good) {
        listener.awaitUnits(60);
      }

      assertThat(bad.get(3).failures()).isNotEmpty();
      for (int i = 0; i < good.size(); i++) {
        assertThat(good.get(i).losses()).isEmpty();
        assertThat(good.get(i).failures()).isEmpty();
        assertFollows(good.get(i).payloads(), i % 3 * 10);
      }
    }
  }

  @Test
  void readsACameraWhoseBytesComeInAnyPieces() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        Relay relay = new Relay(simulator.port());
        Ingest ingest = new Ingest(OPTIONS.withPollInterval(Duration.ofMillis(1)))) {
      simulator.add("camera", source);
      Listener listener = new Listener();
      ingest.open(CameraAddress.of("rtsp://127.0.0.1:" + relay.port() + "/camera"), listener);
      listener.awaitUnits(30);

      assertFollows(listener.payloads(), 0);
      assertThat(listener.losses()).isEmpty();
    }
  }

  @Test
  void catchesUpAfterAPauseOfTheThread() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        Ingest ingest = new Ingest(OPTIONS)) {
      Listener slow =
          new Listener() {
            @Override
            public synchronized void onAccessUnit(AccessUnit unit) {
              super.onAccessUnit(unit);
              if (units().size() == 10) {
                pause();
              }
            }
          };
      Listener other = new Listener();
      ingest.open(CameraAddress.of(simulator.add("slow", source).uri()), slow);
      ingest.open(CameraAddress.of(simulator.add("other", source).uri()), other);
      slow.awaitUnits(40);
      other.awaitUnits(40);

      assertFollows(slow.payloads(), 0);
      assertFollows(other.payloads(), 0);
    }
  }

  @Test
  void takesTheSameCameraTwice() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        Ingest ingest = new Ingest(OPTIONS)) {
      SimulatedCamera camera = simulator.add("camera", source);
      Listener first = new Listener();
      Listener second = new Listener();
      Stream stream = ingest.open(CameraAddress.of(camera.uri()), first);
      ingest.open(CameraAddress.of(camera.uri()), second);
      first.awaitUnits(5);
      stream.close();
      first.await("Closed", it -> it.states().getLast().equals(new StreamState.Closed()));
      second.awaitUnits(second.units().size() + 10);

      assertThat(second.failures()).isEmpty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// The payloads are the source's pictures from `first` on, over and over.
  private void assertFollows(List<ByteBuffer> payloads, int first) {
    List<ByteBuffer> sent = source.pictures().stream().map(Picture::nalUnits).toList();
    for (int i = 0; i < payloads.size(); i++) {
      assertThat(payloads.get(i)).isEqualTo(sent.get((first + i) % sent.size()));
    }
  }

  /// Passes bytes on in pieces of random length, many of them a single byte.
  private static final class Relay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    Relay(int target) throws IOException {
      Thread.ofVirtual().start(() -> serve(target));
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve(int target) {
      try (Socket client = server.accept();
          Socket camera = new Socket(InetAddress.getLoopbackAddress(), target)) {
        client.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pass(client, camera, 7));
        pass(camera, client, 3);
      } catch (IOException over) {
        Thread.currentThread().interrupt();
      }
    }

    private static void pass(Socket from, Socket to, long seed) {
      Random random = new Random(seed);
      byte[] piece = new byte[4096];
      try {
        for (int n = 0; n >= 0; ) {
          int length = random.nextInt(10) == 0 ? 1 : 1 + random.nextInt(piece.length);
          n = from.getInputStream().read(piece, 0, length);
          if (n > 0) {
            to.getOutputStream().write(piece, 0, n);
          }
        }
      } catch (IOException over) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
