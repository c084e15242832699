package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.Await;
import anbinh.media.StreamState;
import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.DigestAlgorithm;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.SyntheticVideo;
import anbinh.media.simulator.VideoSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Streams of cameras that are well, and of cameras with faults that a stream outlives.
class IngestTest {
  private static final IngestOptions OPTIONS =
      IngestOptions.DEFAULTS
          .withPollInterval(Duration.ofMillis(5))
          .withRetries(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(200));

  private final VideoSource source = SyntheticVideo.h264(30, 10, 100);
  private final Listener listener = new Listener();
  private CameraSimulator simulator;
  private SimulatedCamera camera;
  private Ingest ingest;

  @BeforeEach
  void start() throws IOException {
    simulator = new CameraSimulator();
    camera = simulator.add("camera", source);
    ingest = new Ingest(OPTIONS);
  }

  @AfterEach
  void stop() {
    ingest.close();
    simulator.close();
  }

  @Test
  void receivesExactlyWhatTheCameraSends() throws Exception {
    open();
    listener.awaitUnits(60);

    List<ByteBuffer> sent = source.pictures().stream().map(Picture::nalUnits).toList();
    assertThat(listener.payloads().subList(0, 30)).isEqualTo(sent);
    assertThat(listener.payloads().subList(30, 60)).isEqualTo(sent);
    assertThat(listener.formats()).containsExactly(source.format());
    assertThat(listener.losses()).isEmpty();
    assertEvenTimestamps(listener.units().subList(0, 60));
    assertThat(listener.states())
        .containsExactly(new StreamState.Connecting(1), new StreamState.Streaming(source.format()));
  }

  @Test
  void receivesH265() throws Exception {
    VideoSource h265 = SyntheticVideo.h265(30, 10, 100);
    ingest.open(CameraAddress.of(simulator.add("hevc", h265).uri()), listener);
    listener.awaitUnits(30);

    assertThat(listener.payloads().subList(0, 30))
        .isEqualTo(h265.pictures().stream().map(Picture::nalUnits).toList());
    assertThat(listener.formats()).containsExactly(h265.format());
  }

  @Test
  void stampsUnitsWithTheTimeOfReceipt() throws Exception {
    Instant before = Instant.now();
    long nanosBefore = System.nanoTime();
    open();
    listener.awaitUnits(10);

    for (AccessUnit unit : listener.units()) {
      assertThat(unit.receivedAt()).isBetween(before, Instant.now());
      assertThat(unit.receivedNanos() - nanosBefore).isPositive();
    }
  }

  @Test
  void closesWithATeardownAndSaysSo() throws Exception {
    Stream stream = open();
    listener.awaitUnits(3);
    stream.close();
    listener.await("Closed", it -> it.states().contains(new StreamState.Closed()));
    stream.close();
    ingest.close();

    assertThat(camera.teardowns()).isEqualTo(1);
    assertThat(camera.playing()).isZero();
    assertThat(listener.states()).last().isEqualTo(new StreamState.Closed());
    assertThat(listener.states()).filteredOn(StreamState.Closed.class::isInstance).hasSize(1);
  }

  @Test
  void closesAllStreamsWithItself() throws Exception {
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Listener one = new Listener();
      listeners.add(one);
      ingest.open(CameraAddress.of(simulator.add("many-" + i, source, i).uri()), one);
    }
    for (Listener one : listeners) {
      one.awaitUnits(2);
    }
    ingest.close();

    assertThat(listeners).allMatch(one -> one.states().getLast().equals(new StreamState.Closed()));
  }

  @Test
  void sharesStreamsOutAmongThreads() throws Exception {
    try (Ingest many = new Ingest(OPTIONS.withThreads(3))) {
      List<String> threads = Collections.synchronizedList(new ArrayList<>());
      List<Listener> listeners = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Listener one =
            new Listener() {
              @Override
              public synchronized void onAccessUnit(AccessUnit unit) {
                threads.add(Thread.currentThread().getName());
                super.onAccessUnit(unit);
              }
            };
        listeners.add(one);
        many.open(CameraAddress.of(camera.uri()), one);
      }
      for (Listener one : listeners) {
        one.awaitUnits(3);
      }
      assertThat(threads).contains("ingest-0", "ingest-1", "ingest-2");
    }
  }

  @Test
  void authorisesByEitherDigest() throws Exception {
    Credentials credentials = new Credentials("viewer", "mật khẩu");
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      camera.requireDigest(credentials, algorithm);
      assertThat(probe("viewer", "mật khẩu")).isInstanceOf(ProbeResult.Found.class);
    }
    camera.requireOldDigest(credentials);
    assertThat(probe("viewer", "mật khẩu")).isInstanceOf(ProbeResult.Found.class);
  }

  @Test
  void authorisesAnewWhenTheNonceGoesStale() throws Exception {
    camera.requireDigest(new Credentials("u", "p"), DigestAlgorithm.SHA_256);
    camera.sessionTimeout(Duration.ofSeconds(4));
    ingest.open(CameraAddress.of(camera.uri(), "u", "p"), listener);
    listener.awaitUnits(3);
    camera.expireNonces();
    int before = camera.keepAlives();
    Await.until("a sign of life with a fresh nonce", () -> camera.keepAlives() > before);
    listener.awaitUnits(listener.units().size() + 5);

    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void keepsTheSessionAlive() throws Exception {
    camera.sessionTimeout(Duration.ofSeconds(4));
    open();
    Await.until("a sign of life", () -> camera.keepAlives() > 0);

    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void keepsTheSessionOfACameraAliveThatDoesNotKnowGetParameter() throws Exception {
    camera.sessionTimeout(Duration.ofSeconds(4));
    camera.rejectGetParameter(true);
    open();
    Await.until("two signs of life", () -> camera.keepAlives() > 1);

    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void bearsPacketsBeforeTheAnswerToPlayAndNoRtpInfo() throws Exception {
    camera.sendBeforePlayReply(true);
    camera.omitRtpInfo(true);
    open();
    listener.awaitUnits(30);

    assertThat(listener.payloads().getFirst()).isEqualTo(source.pictures().getFirst().nalUnits());
    assertThat(listener.losses()).isEmpty();
  }

  @Test
  void waitsForParameterSetsInBandWhenTheAnnouncedOnesAreBroken() throws Exception {
    camera.breakAnnouncement(true);
    open();
    listener.awaitUnits(3);

    assertThat(listener.formats()).containsExactly(source.format());
  }

  @Test
  void outlivesLostMarkersAndMarkersOnEverySlice() throws Exception {
    for (SimulatedCamera.Markers markers : SimulatedCamera.Markers.values()) {
      camera.markers(markers);
      Listener each = new Listener();
      try (Stream stream = ingest.open(CameraAddress.of(camera.uri()), each)) {
        assertThat(stream.address().uri()).isEqualTo(camera.uri());
        each.awaitUnits(30);
      }
      assertThat(each.payloads().subList(0, 30))
          .as("markers %s", markers)
          .isEqualTo(source.pictures().stream().map(Picture::nalUnits).toList());
    }
  }

  @Test
  void reportsLossAndIsSoundAgainFromTheNextKeyPictureOn() throws Exception {
    open();
    listener.awaitUnits(5);
    camera.loseNextPackets(3);
    listener.await("a loss", it -> !it.losses().isEmpty());
    int after = listener.units().size();
    listener.awaitUnits(after + 40);

    assertThat(listener.losses().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    List<AccessUnit> rest = listener.units().subList(after, listener.units().size());
    // The last picture before the loss may be delivered after the loss is reported.
    AccessUnit first = rest.getFirst();
    boolean before = !first.damaged() && !(first.key() && !rest.get(1).damaged());
    assertThat(rest.stream().skip(before ? 1 : 0).dropWhile(AccessUnit::damaged))
        .isNotEmpty()
        .noneMatch(AccessUnit::damaged)
        .first()
        .matches(AccessUnit::key);
    assertThat(listener.failures()).isEmpty();
    assertIntact(listener.units());
  }

  /// One packet in a hundred lost: nearly all pictures are there, and what is not whole says so.
  @Test
  void keepsNearlyAllPicturesOfALossyCamera() throws Exception {
    camera.losePackets(0.01);
    camera.duplicatePackets(0.05);
    open();
    listener.awaitUnits(150);

    assertThat(listener.losses()).isNotEmpty();
    assertThat(listener.failures()).isEmpty();
    List<AccessUnit> units = listener.units();
    assertIntact(units);
    long time = units.getLast().pts90k() - units.getFirst().pts90k();
    double sent = (double) time / source.pictures().getFirst().duration90k() + 1;
    assertThat(units.size() / sent).as("share of pictures kept").isGreaterThan(0.95);
  }

  @Test
  void findsTheFramingAgainWhenItIsBroken() throws Exception {
    camera.breakFraming(0.01);
    open();
    listener.awaitUnits(60);

    assertThat(listener.losses()).isNotEmpty();
    assertIntact(listener.units());
  }

  @Test
  void tellsTheNewFormatWhenParameterSetsChange() throws Exception {
    VideoSource other = SyntheticVideo.otherH264(30, 10, 100);
    open();
    listener.awaitUnits(5);
    camera.switchTo(other);
    listener.await("another format", it -> it.formats().size() == 2);
    listener.awaitUnits(listener.units().size() + 5);

    assertThat(listener.formats()).containsExactly(source.format(), other.format());
    assertThat(listener.failures()).isEmpty();
    assertThat(listener.payloads()).contains(other.pictures().getFirst().nalUnits());
  }

  @Test
  void letsTheReceiverSeeAJumpOfTheCamerasClock() throws Exception {
    open();
    listener.awaitUnits(5);
    camera.jumpTimestamps(Duration.ofMinutes(10));
    listener.await("the jump", it -> largestStep(it.units()) > 50_000_000);
    camera.jumpTimestamps(Duration.ofMinutes(-20));
    listener.await("the jump back", it -> smallestStep(it.units()) < -100_000_000);

    assertThat(largestStep(listener.units())).isEqualTo(600L * 90_000 + 900);
    assertThat(smallestStep(listener.units())).isEqualTo(-1200L * 90_000 + 900);
    assertThat(listener.failures()).isEmpty();
  }

  @Test
  void passesOnWhatTheCameraTakesTheTimeToBe() throws Exception {
    camera.offsetClock(Duration.ofSeconds(-37));
    Instant before = Instant.now();
    open();
    listener.await("a report", it -> !it.reports().isEmpty());
    Duration longest = Duration.between(before, Instant.now());
    listener.awaitUnits(2);

    var report = listener.reports().getFirst();
    assertThat(Duration.between(report.receivedAt(), report.cameraTime()))
        .isBetween(Duration.ofSeconds(-37).minus(longest), Duration.ofMillis(-36_900));
    assertThat(Math.abs(report.pts90k() - listener.units().getFirst().pts90k())).isLessThan(90_000);
  }

  @Test
  void comesBackAfterADisconnection() throws Exception {
    open();
    listener.awaitUnits(3);
    camera.disconnect();
    StreamState.Down down = listener.awaitFailure();
    listener.await("streaming again", it -> count(it, StreamState.Streaming.class) == 2);
    listener.awaitUnits(listener.units().size() + 3);

    assertThat(down.cause()).isEqualTo(Cause.ENDED);
    assertThat(down.retryIn()).isLessThan(Duration.ofMillis(100));
    assertThat(listener.formats()).hasSize(2);
    assertThat(listener.states())
        .filteredOn(StreamState.Connecting.class::isInstance)
        .containsExactly(new StreamState.Connecting(1), new StreamState.Connecting(1));
  }

  @Test
  void keepsOtherStreamsGoingWhenOneReceiverThrows() throws Exception {
    Listener broken =
        new Listener() {
          @Override
          public synchronized void onAccessUnit(AccessUnit unit) {
            throw new StackOverflowError("on purpose");
          }
        };
    open();
    ingest.open(CameraAddress.of(camera.uri()), broken);
    StreamState.Down down = broken.awaitFailure();
    listener.awaitUnits(listener.units().size() + 20);

    assertThat(down.cause()).isEqualTo(Cause.RECEIVER_FAILED);
    assertThat(down.detail()).contains("StackOverflowError");
    assertThat(listener.failures()).isEmpty();
    assertThat(listener.losses()).isEmpty();
  }

  @Test
  void survivesAReceiverThatThrowsOnStates() throws Exception {
    Listener broken =
        new Listener() {
          @Override
          public synchronized void onState(StreamState state) {
            super.onState(state);
            throw new IllegalStateException("on purpose");
          }
        };
    ingest.open(CameraAddress.of(camera.uri()), broken);
    broken.await("a third attempt", it -> count(it, StreamState.Connecting.class) >= 3);
  }

  @Test
  void probesACameraOnce() throws Exception {
    ProbeResult result = ingest.probe(CameraAddress.of(camera.uri()), Listener.TIMEOUT);

    assertThat(result).isInstanceOf(ProbeResult.Found.class);
    ProbeResult.Found found = (ProbeResult.Found) result;
    assertThat(found.format()).isEqualTo(source.format());
    assertThat(found.firstPicture().key()).isTrue();
    assertThat(found.firstPicture().payload()).isEqualTo(source.pictures().getFirst().nalUnits());
    Await.until("the session to be freed", () -> camera.playing() == 0 && camera.teardowns() == 1);
  }

  private Stream open() {
    return ingest.open(CameraAddress.of(camera.uri()), listener);
  }

  private ProbeResult probe(String user, String password) throws InterruptedException {
    return ingest.probe(CameraAddress.of(camera.uri(), user, password), Listener.TIMEOUT);
  }

  private static long count(Listener listener, Class<? extends StreamState> kind) {
    return listener.states().stream().filter(kind::isInstance).count();
  }

  /// Every unit is one of the source's pictures, bit for bit, apart from parameter sets that were
  /// lost in front of a key picture; of those that are damaged, every NAL unit is the beginning of
  /// one that was sent.
  private void assertIntact(List<AccessUnit> units) {
    List<ByteBuffer> sent = source.pictures().stream().map(Picture::nalUnits).toList();
    List<ByteBuffer> nals = sent.stream().flatMap(unit -> nals(unit).stream()).toList();
    for (AccessUnit unit : units) {
      if (unit.damaged()) {
        assertThat(nals(unit.payload()))
            .allMatch(nal -> nals.stream().anyMatch(whole -> beginsWith(whole, nal)));
        continue;
      }
      assertThat(sent)
          .anyMatch(picture ->
              picture.equals(unit.payload()) || (unit.key() && endsWith(picture, unit.payload())));
    }
  }

  private static List<ByteBuffer> nals(ByteBuffer unit) {
    ByteBuffer rest = unit.duplicate();
    List<ByteBuffer> nals = new ArrayList<>();
    while (rest.hasRemaining()) {
      int length = rest.getInt();
      nals.add(rest.slice(rest.position(), length));
      rest.position(rest.position() + length);
    }
    return nals;
  }

  private static boolean beginsWith(ByteBuffer whole, ByteBuffer start) {
    return start.remaining() <= whole.remaining()
        && whole.slice(0, start.remaining()).equals(start);
  }

  private static boolean endsWith(ByteBuffer whole, ByteBuffer end) {
    int from = whole.remaining() - end.remaining();
    return from >= 0 && whole.slice(from, end.remaining()).equals(end);
  }

  private static void assertEvenTimestamps(List<AccessUnit> units) {
    for (int i = 1; i < units.size(); i++) {
      assertThat(units.get(i).pts90k() - units.get(i - 1).pts90k()).isEqualTo(900);
    }
  }

  private static long largestStep(List<AccessUnit> units) {
    long largest = Long.MIN_VALUE;
    for (int i = 1; i < units.size(); i++) {
      largest = Math.max(largest, units.get(i).pts90k() - units.get(i - 1).pts90k());
    }
    return largest;
  }

  private static long smallestStep(List<AccessUnit> units) {
    long smallest = Long.MAX_VALUE;
    for (int i = 1; i < units.size(); i++) {
      smallest = Math.min(smallest, units.get(i).pts90k() - units.get(i - 1).pts90k());
    }
    return smallest;
  }
}
