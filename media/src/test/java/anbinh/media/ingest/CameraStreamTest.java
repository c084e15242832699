package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.StreamState;
import anbinh.media.StreamState.Cause;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Addresses to which no connection is ever made.
class CameraStreamTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String FORBIDDEN = "rtsp://192.0.2.7/a";

  private final Listener listener = new Listener();
  private final HostResolver resolver = new HostResolver();
  private Selector selector;
  private long now = 17 * SECOND;

  @BeforeEach
  void open() throws Exception {
    selector = Selector.open();
  }

  @AfterEach
  void close() throws Exception {
    selector.close();
    resolver.close();
  }

  @Test
  void looksUpThenConnectsAndSaysWhyItCannot() {
    CameraStream stream = stream(FORBIDDEN);
    stream.tick(selector, now);
    assertThat(listener.states()).containsExactly(new StreamState.Connecting(1));
    assertThat(stream.isHandshake()).isTrue();
    stream.tick(selector, now);
    StreamState.Down down = listener.failures().getFirst();
    assertThat(down.cause()).isEqualTo(Cause.FORBIDDEN_ADDRESS);
    assertThat(down.detail()).isEqualTo("cameras may not be at 192.0.2.7");
    assertThat(stream.isHandshake()).isFalse();
    assertThat(stream.isPlaying()).isFalse();
  }

  @Test
  void saysWhatIsWrongWithAnAddressWithoutItsPassword() {
    stream("rtsp://user:secret@host:port/").tick(selector, now);
    StreamState.Down down = listener.failures().getFirst();
    assertThat(down.cause()).isEqualTo(Cause.BAD_ADDRESS);
    assertThat(down.detail()).doesNotContain("secret");
  }

  @Test
  void waitsBeforeItTriesAgainAndLongerEachTime() {
    CameraStream stream = stream("http://192.0.2.7/");
    Duration before = Duration.ZERO;
    for (int attempt = 1; attempt <= 4; attempt++) {
      stream.tick(selector, now);
      assertThat(listener.failures()).hasSize(attempt);
      Duration wait = listener.failures().getLast().retryIn();
      assertThat(wait).isGreaterThan(before);
      before = wait;
      stream.tick(selector, now + wait.toNanos() - 1);
      assertThat(listener.failures()).as("too early").hasSize(attempt);
      now += wait.toNanos();
    }
    assertThat(listener.states()).contains(new StreamState.Connecting(4));
  }

  @Test
  void endsOnceAndSaysSoOnce() {
    CameraStream stream = stream(FORBIDDEN);
    stream.tick(selector, now);
    assertThat(stream.close()).isNull();
    assertThat(stream.close()).isNull();
    assertThat(stream.isHandshake()).as("the look-up is forgotten").isFalse();
    assertThat(listener.states())
        .containsExactly(new StreamState.Connecting(1), new StreamState.Closed());
  }

  /// Nothing that the listener throws reaches the thread that carries other cameras.
  @Test
  void outlivesAListenerThatThrows() {
    Listener broken =
        new Listener() {
          @Override
          public synchronized void onState(StreamState state) {
            super.onState(state);
            throw new StackOverflowError("on purpose");
          }
        };
    CameraStream stream =
        new CameraStream(
            CameraAddress.of("http://192.0.2.7/"),
            broken,
            observer -> new VideoReception(IngestOptions.DEFAULTS, observer),
            IngestOptions.DEFAULTS,
            resolver,
            new Random(1),
            now);
    stream.tick(selector, now);
    stream.close();
    assertThat(broken.failures()).hasSize(1);
    assertThat(broken.states()).last().isEqualTo(new StreamState.Closed());
  }

  private CameraStream stream(String uri) {
    return new CameraStream(
        CameraAddress.of(uri),
        listener,
        observer -> new VideoReception(IngestOptions.DEFAULTS, observer),
        IngestOptions.DEFAULTS.withAllowed(address -> false),
        resolver,
        new Random(1),
        now);
  }
}
