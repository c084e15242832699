package anbinh.recording.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.CameraHealth;
import anbinh.cameras.CameraHealth.Connection;
import anbinh.cameras.CameraHealth.Storage;
import anbinh.media.AccessUnit;
import anbinh.media.Codec;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.record.Recorder;
import anbinh.media.record.RecorderOptions;
import anbinh.media.record.RecordingTrack;
import anbinh.media.record.StorageRoot;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import anbinh.media.record.log.SegmentLog;
import anbinh.testing.Await;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a camera by what its stream says; CameraFaultsIT has real cameras fail.
class WatchedTrackTest {
  private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");
  private static final VideoFormat FORMAT =
      new VideoFormat(Codec.H264, List.of(), 1280, 720, "avc1.42C01F", 0);
  private static final StreamState.Down STALLED =
      new StreamState.Down(StreamState.Cause.STALLED, "no picture", Duration.ofSeconds(1));

  @TempDir Path root;

  private volatile Instant now = START;
  private Recorder recorder;
  private RecordingTrack track;
  private WatchedTrack watched;
  private StreamListener stream;

  private static final class Forgetful implements SegmentLog {
    @Override
    public void opened(OpenedSegment segment) {}

    @Override
    public void closed(ClosedSegment segment) {}

    @Override
    public void gap(Gap gap) {}
  }

  @BeforeEach
  void begin() {
    recorder =
        Recorder.start(
            StorageRoot.open(root, Optional.empty()),
            RecorderOptions.DEFAULT,
            new Forgetful(),
            () -> now,
            System::nanoTime);
    track = recorder.open("camera-1", Optional.empty());
    watched = new WatchedTrack(track, () -> now);
    stream = watched.renew();
  }

  @AfterEach
  void end() {
    recorder.close();
  }

  private void move(Duration by) {
    now = now.plus(by);
  }

  private CameraHealth health() {
    return watched.health(Storage.OK);
  }

  private void pictures(StreamListener of, int count) {
    for (int i = 0; i < count; i++) {
      of.onAccessUnit(new AccessUnit(ByteBuffer.allocate(100), i * 9_000L, i == 0, false, i, now));
    }
  }

  @Test
  void itIsConnectingUntilAPictureComes() {
    assertThat(health().connection()).isEqualTo(Connection.CONNECTING);
    assertThat(health().since()).isEqualTo(START);
    assertThat(health().lastFrameAt()).isNull();
    move(Duration.ofSeconds(3));
    stream.onState(new StreamState.Connecting(1));
    assertThat(health().since()).as("it was before").isEqualTo(START);
    stream.onState(new StreamState.Streaming(FORMAT));
    assertThat(health().connection()).isEqualTo(Connection.CONNECTED);
    assertThat(health().since()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void aCameraIsDownUntilAPictureComesAgain() {
    stream.onState(new StreamState.Streaming(FORMAT));
    move(Duration.ofSeconds(10));
    stream.onState(STALLED);
    move(Duration.ofSeconds(5));
    stream.onState(new StreamState.Connecting(2));
    stream.onState(
        new StreamState.Down(StreamState.Cause.UNREACHABLE, "refused", Duration.ofSeconds(2)));
    CameraHealth down = health();
    assertThat(down.connection()).isEqualTo(Connection.DOWN);
    assertThat(down.since()).as("since the first time").isEqualTo(START.plusSeconds(10));
    assertThat(down.cause()).as("as of the last try").isEqualTo("UNREACHABLE");
    assertThat(down.detail()).isEqualTo("refused");
    stream.onState(new StreamState.Streaming(FORMAT));
    assertThat(health().cause()).isNull();
    assertThat(health().detail()).isNull();
    assertThat(health().connection()).isEqualTo(Connection.CONNECTED);
  }

  @Test
  void whoeverClosesAStreamIsNoFaultOfTheCamera() {
    stream.onState(STALLED);
    stream.onState(new StreamState.Closed());
    CameraHealth closed = health();
    assertThat(closed.connection()).isEqualTo(Connection.OFF);
    assertThat(closed.cause()).isNull();
  }

  @Test
  void aStreamThatWasReplacedIsHeardNoMore() {
    StreamListener next = watched.renew();
    next.onState(new StreamState.Streaming(FORMAT));
    pictures(stream, 3);
    stream.onState(STALLED);
    stream.onFormat(new VideoFormat(Codec.H265, List.of(), 1, 1, "hvc1", 0));
    stream.onSenderReport(new SenderReport(now.plusSeconds(60), 0, now));
    CameraHealth health = health();
    assertThat(health.connection()).isEqualTo(Connection.CONNECTED);
    assertThat(health.format()).isNull();
    assertThat(health.clockOffsetMillis()).isNull();
    assertThat(watched.counters().frames()).isZero();
    stream.onState(new StreamState.Closed());
    assertThat(health().connection()).as("the next goes on").isEqualTo(Connection.CONNECTED);
  }

  @Test
  void whatIsCountedGoesOnWithTheNextStream() {
    pictures(stream, 2);
    StreamListener next = watched.renew();
    pictures(next, 3);
    assertThat(watched.counters().frames()).isEqualTo(5);
    assertThat(watched.counters().bytes()).isEqualTo(500);
  }

  @Test
  void ratesAreThoseSinceTheLastLook() {
    pictures(stream, 10);
    move(Duration.ofSeconds(2));
    CameraHealth first = health();
    assertThat(first.framesPerSecond()).isEqualTo(5);
    assertThat(first.bitsPerSecond()).isEqualTo(4_000);
    assertThat(first.lastFrameAt()).isEqualTo(START);
    move(Duration.ofSeconds(2));
    assertThat(health().framesPerSecond()).isZero();
    assertThat(health().bitsPerSecond()).isZero();
  }

  @Test
  void twoLooksAtOnceHaveRates() {
    pictures(stream, 1);
    assertThat(health().framesPerSecond()).isFinite();
    assertThat(health().framesPerSecond()).isZero();
  }

  @Test
  void aCamerasClockIsAheadByWhatItStates() {
    stream.onSenderReport(new SenderReport(now.plusMillis(1_500), 0, now));
    assertThat(health().clockOffsetMillis()).isEqualTo(1_500);
    stream.onSenderReport(new SenderReport(now.minusMillis(250), 0, now));
    assertThat(health().clockOffsetMillis()).isEqualTo(-250);
  }

  @Test
  void whatIsNotRecordedIsMissing() {
    stream.onState(STALLED);
    Await.until(() -> track.health().gap().isPresent());
    var _ = health();
    Duration before = watched.counters().missing();
    move(Duration.ofSeconds(3));
    var _ = health();
    assertThat(watched.counters().missing()).isEqualTo(before.plusSeconds(3));
  }

  @Test
  void theDiskIsToldOfAsItIs() {
    assertThat(watched.health(Storage.FULL).storage()).isEqualTo(Storage.FULL);
    assertThat(health().quality().damagedShare()).isZero();
  }
}
