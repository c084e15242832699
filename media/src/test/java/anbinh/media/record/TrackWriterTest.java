package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.Await;
import anbinh.media.Codec;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackWriterTest {
  private static final VideoFormat OTHER =
      new VideoFormat(
          Codec.H264, SyntheticCamera.FORMAT.parameterSets(), 640, 360, "avc1.42001E", 0);

  @TempDir Path folder;
  private TrackFixture fixture;
  private TrackQueue queue;
  private TrackWriter writer;

  @BeforeEach
  void open() {
    fixture =
        new TrackFixture(
            folder,
            RecorderOptions.DEFAULT
                .withRotateAfter(Duration.ofSeconds(6))
                .withDisk(0, Duration.ofNanos(1)));
    queue = new TrackQueue(1000, 1 << 20, fixture.context.queueMemory());
    writer = new TrackWriter(fixture.context, queue, Optional.empty());
    tell(new TrackQueue.Event.Format(SyntheticCamera.FORMAT));
  }

  @AfterEach
  void close() throws InterruptedException {
    writer.close();
    fixture.stop();
  }

  @Test
  void takesOnlyWhatNeedsNoDecision() {
    assertThat(writer.tryTake(TrackFixture.picture(0))).as("a file is to be begun").isFalse();
    send(0);
    for (int i = 1; i < 15; i++) {
      assertThat(writer.tryTake(TrackFixture.picture(i))).as("picture %s", i).isTrue();
    }
    assertThat(writer.tryTake(malformed(15))).as("malformed").isFalse();
    assertThat(writer.tryTake(jumped(15))).as("a clock was set").isFalse();
    tell(new TrackQueue.Event.Format(OTHER));
    assertThat(writer.tryTake(TrackFixture.picture(15))).as("another format").isFalse();
  }

  @Test
  void takesNoPictureBeforeTheOnesThatWait() {
    send(0);
    queue.offer(TrackFixture.picture(1).copy());
    assertThat(writer.tryTake(TrackFixture.picture(2))).isFalse();
    drain();
    assertThat(writer.tryTake(TrackFixture.picture(2))).isTrue();
    assertThat(pictures()).isEqualTo(3);
  }

  @Test
  void leavesPicturesToTheWriterWhileAViewerWatches() {
    send(0);
    LiveFeed viewer = new LiveFeed();
    writer.join(viewer);
    assertThat(writer.tryTake(TrackFixture.picture(1))).isFalse();
    send(1);
    viewer.close();
    send(2);
    assertThat(writer.tryTake(TrackFixture.picture(3))).isTrue();
  }

  @Test
  void leavesTheKeyPictureThatEndsAFileToTheWriter() throws Exception {
    int queued = 0;
    for (int i = 0; i < 40 * TrackFixture.GROUP; i++) {
      if (!writer.tryTake(TrackFixture.picture(i))) {
        assertThat(i % TrackFixture.GROUP).isZero();
        send(i);
        queued++;
      }
    }
    writer.close();
    fixture.stop();
    assertThat(queued).isEqualTo(fixture.log.closed().size());
    assertThat(queued).isBetween(6, 9);
  }

  @Test
  void endsAFileAtTheKeyPictureOfAnotherFormat() throws Exception {
    send(0, 15);
    tell(new TrackQueue.Event.Format(OTHER));
    send(15, 20);
    writer.close();
    fixture.stop();
    assertThat(fixture.log.closed())
        .extracting(ClosedSegment::ended)
        .containsExactly(EndCause.FORMAT_CHANGED, EndCause.CLOSED);
    assertThat(fixture.log.closed().getLast().format()).isEqualTo(OTHER);
    assertThat(fixture.log.closed().getLast().start())
        .isEqualTo(fixture.log.closed().getFirst().end());
  }

  @Test
  void leavesOutWhatComesBeforeAKeyPictureOfAnotherFormat() throws Exception {
    send(0, 10);
    tell(new TrackQueue.Event.Format(OTHER));
    send(10, 20);
    writer.close();
    fixture.stop();
    assertThat(fixture.log.closed()).extracting(ClosedSegment::frames).containsExactly(10, 5);
    assertThat(fixture.context.counters().dropped()).isEqualTo(5);
    assertThat(fixture.log.gaps(Gap.Cause.FORMAT_CHANGED))
        .singleElement()
        .satisfies(gap -> assertThat(gap.length()).contains(Duration.ofNanos(333_333_000)));
  }

  @Test
  void endsAFileAtAMalformedPicture() {
    send(0, 5);
    queue.offer(malformed(5));
    drain();
    assertThat(writer.gaps().current())
        .hasValueSatisfying(gap -> {
          assertThat(gap.cause()).isEqualTo(Gap.Cause.LOSS);
          assertThat(gap.detail()).isEqualTo("A picture was malformed.");
        });
    send(6, 20);
    assertThat(writer.gaps().current()).isEmpty();
    assertThat(pictures()).as("from the key picture on").isEqualTo(5);
  }

  @Test
  void keepsAFileWhosePicturesCameSoonAfterLostPackets() {
    send(0, 5);
    tell(new TrackQueue.Event.Loss(3));
    send(10, 15);
    assertThat(pictures()).isEqualTo(10);
    tell(new TrackQueue.Event.Loss(3));
    send(31, 32);
    assertThat(writer.gaps().current())
        .hasValueSatisfying(gap -> assertThat(gap.detail()).isEqualTo("3 packets are missing."));
  }

  @Test
  void endsAFileForWhichNoKeyPictureCameForHours() {
    for (int minute = 0; minute <= 181; minute++) {
      queue.offer(TrackFixture.picture(minute * 60 * TrackFixture.GROUP, minute == 0));
      drain();
    }
    assertThat(writer.gaps().current())
        .hasValueSatisfying(gap -> {
          assertThat(gap.cause()).isEqualTo(Gap.Cause.OVERLOAD);
          assertThat(gap.detail()).isEqualTo("No key picture came for too long.");
        });
  }

  @Test
  void statesWhyTheCameraIsDown() {
    send(0, 5);
    tell(
        new TrackQueue.Event.State(
            new StreamState.Down(StreamState.Cause.STALLED, "silent", Duration.ofSeconds(1))));
    Gap gap = writer.gaps().current().orElseThrow();
    assertThat(gap.camera()).contains(StreamState.Cause.STALLED);
    assertThat(gap.from()).isEqualTo(TrackFixture.picture(5).receivedAt().minusNanos(333));
    tell(new TrackQueue.Event.State(new StreamState.Connecting(1)));
    assertThat(writer.gaps().current()).contains(gap);
  }

  @Test
  void statesAFaultAndKeepsWhatWasWritten() throws Exception {
    send(0, 5);
    writer.fault(new IllegalStateException("broken"));
    assertThat(writer.gaps().current().map(Gap::cause)).contains(Gap.Cause.FAULT);
    send(15, 20);
    writer.close();
    fixture.stop();
    assertThat(fixture.log.closed())
        .extracting(ClosedSegment::ended)
        .containsExactly(EndCause.FAULT, EndCause.CLOSED);
    assertThat(fixture.log.closed()).extracting(ClosedSegment::frames).containsExactly(5, 5);
  }

  @Test
  void goesOnAfterWhatItHadToForget() throws Exception {
    send(0, 5);
    writer.forget();
    send(15, 20);
    writer.close();
    fixture.stop();
    assertThat(fixture.log.closed()).extracting(ClosedSegment::frames).containsExactly(5);
    assertThat(fixture.log.opened()).hasSize(2);
  }

  @Test
  void beginsANewFileWhereTheDiskFailed() {
    send(0, 5);
    fixture.diskFails.set(true);
    Await.until(
        "the failure is noticed",
        () -> {
          drain();
          return writer.gaps().isOpen();
        });
    fixture.diskFails.set(false);
    send(15, 20);
    assertThat(writer.gaps().current()).isEmpty();
    assertThat(pictures()).isEqualTo(5);
  }

  private static AccessUnit jumped(int number) {
    return TrackFixture.picture(number, false).at(Integer.MAX_VALUE);
  }

  private static AccessUnit malformed(int number) {
    AccessUnit unit = TrackFixture.picture(number);
    ByteBuffer payload = ByteBuffer.allocate(104).putInt(200).rewind();
    return new AccessUnit(
        payload, unit.pts90k(), false, false, unit.receivedNanos(), unit.receivedAt());
  }

  private void send(int from, int until) {
    for (int i = from; i < until; i++) {
      send(i);
    }
  }

  private void send(int number) {
    queue.offer(TrackFixture.picture(number));
    drain();
  }

  private void tell(TrackQueue.Event event) {
    queue.offer(event);
    drain();
  }

  private void drain() {
    writer.drain(new ArrayList<>());
  }

  /// In the open file.
  private int pictures() {
    return writer.findOpenSegment().map(open -> open.index().count()).orElse(0);
  }
}
