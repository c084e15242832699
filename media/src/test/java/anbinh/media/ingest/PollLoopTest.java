package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Await;
import anbinh.media.StreamState;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.SyntheticVideo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLoopTest {
  private final AtomicInteger turns = new AtomicInteger();
  private final HostResolver resolver = new HostResolver();
  private final Listener listener = new Listener();

  @AfterEach
  void stop() {
    resolver.close();
  }

  @Test
  void saysWhenAllThatHadComeHasBeenHandedOn() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        PollLoop loop = loop()) {
      loop.add(stream(simulator.add("camera", SyntheticVideo.h264(30, 10, 100)).uri()));
      listener.awaitUnits(10);
      Await.until("it is said", () -> turns.get() > 0);
    }
  }

  @Test
  void saysNothingWhereNothingComes() throws Exception {
    try (PollLoop loop = loop()) {
      loop.add(stream("http://192.0.2.7/"));
      listener.awaitFailure();
    }
    assertThat(turns).hasValue(0);
  }

  @Test
  void endsTheStreamsThatAreLeftWithItself() throws Exception {
    PollLoop loop = loop();
    CameraStream removed = stream("http://192.0.2.7/");
    loop.add(removed);
    Listener other = new Listener();
    loop.add(stream("http://192.0.2.8/", other));
    listener.awaitFailure();
    loop.remove(removed);
    listener.await("the end", it -> it.states().contains(new StreamState.Closed()));
    assertThat(other.states()).doesNotContain(new StreamState.Closed());
    loop.close();
    assertThat(other.states()).last().isEqualTo(new StreamState.Closed());
    loop.close();
  }

  @Test
  void takesLeaveOfACameraBeforeItCloses() throws Exception {
    try (CameraSimulator simulator = new CameraSimulator();
        PollLoop loop = loop()) {
      var camera = simulator.add("camera", SyntheticVideo.h264(30, 10, 100));
      CameraStream stream = stream(camera.uri());
      loop.add(stream);
      listener.awaitUnits(1);
      loop.remove(stream);
      Await.until("the session is given back", () -> camera.teardowns() == 1);
      Await.until("nothing is sent", () -> camera.playing() == 0);
    }
  }

  private PollLoop loop() throws Exception {
    PollLoop loop =
        new PollLoop("test", Duration.ofMillis(5), InstantSource.system(), turns::incrementAndGet);
    loop.start();
    return loop;
  }

  private CameraStream stream(String uri) {
    return stream(uri, listener);
  }

  private CameraStream stream(String uri, Listener to) {
    return new CameraStream(
        CameraAddress.of(uri),
        to,
        observer -> new VideoReception(IngestOptions.DEFAULTS, observer),
        IngestOptions.DEFAULTS,
        resolver,
        new Random(1),
        System.nanoTime());
  }
}
