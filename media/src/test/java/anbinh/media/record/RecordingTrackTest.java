package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTrackTest {
  @TempDir Path folder;
  private TrackFixture fixture;
  private RecordingTrack track;

  @BeforeEach
  void open() {
    fixture = new TrackFixture(folder, RecorderOptions.DEFAULT.withDisk(0, Duration.ofNanos(1)));
    track = new RecordingTrack(fixture.context, Optional.empty());
    track.onFormat(SyntheticCamera.FORMAT);
  }

  @AfterEach
  void close() throws InterruptedException {
    track.close();
    track.drain();
    fixture.stop();
  }

  /// The bytes are the receiver's again after the call.
  @Test
  void keepsACopyOfWhatHasToWait() {
    AccessUnit lent = TrackFixture.picture(0).copy();
    track.onAccessUnit(lent);
    assertThat(track.health().queued()).isEqualTo(1);
    Arrays.fill(lent.payload().array(), (byte) 0xFF);
    track.drain();
    assertThat(track.health().queued()).isZero();
    assertThat(track.findOpenSegment().orElseThrow().index().count()).isEqualTo(1);
  }

  @Test
  void asksForTheWriterOnlyWhenThereIsSomethingForIt() {
    assertThat(track.isWaiting()).isTrue();
    track.onAccessUnit(TrackFixture.picture(0));
    track.drain();
    assertThat(track.isWaiting()).isFalse();
    for (int i = 1; i < TrackFixture.GROUP; i++) {
      track.onAccessUnit(TrackFixture.picture(i));
      assertThat(track.isWaiting()).as("picture %s", i).isFalse();
    }
    track.onAccessUnit(TrackFixture.picture(TrackFixture.GROUP));
    assertThat(track.isWaiting()).as("a second of pictures is to be written").isTrue();
    track.drain();
    track.onLoss(2);
    assertThat(track.isWaiting()).isTrue();
  }

  @Test
  void writesWhatCameBeforeItWasClosed() throws Exception {
    track.onAccessUnit(TrackFixture.picture(0));
    track.onAccessUnit(TrackFixture.picture(1));
    track.close();
    assertThat(track.drain()).as("has ended").isTrue();
    fixture.stop();
    assertThat(fixture.log.closed())
        .singleElement()
        .satisfies(closed -> {
          assertThat(closed.frames()).isEqualTo(2);
          assertThat(closed.ended()).isEqualTo(EndCause.CLOSED);
        });
  }

  @Test
  void tellsAViewerTheEndEvenOneWhoComesTooLate() throws Exception {
    LiveFeed early = track.subscribe();
    track.close();
    track.drain();
    assertThat(early.next(Duration.ZERO)).contains(new LiveEvent.Ended());
    assertThat(track.subscribe().next(Duration.ZERO)).contains(new LiveEvent.Ended());
  }

  /// The wall clock of the end of times overflows, as a fault of the recorder would.
  @Test
  void goesOnAfterAFault() throws Exception {
    for (int i = 0; i < 5; i++) {
      track.onAccessUnit(TrackFixture.picture(i));
      track.drain();
    }
    track.onAccessUnit(faulty(5));
    track.drain();
    assertThat(track.health().gap().map(Gap::cause)).contains(Gap.Cause.FAULT);
    for (int i = 15; i < 20; i++) {
      track.onAccessUnit(TrackFixture.picture(i));
      track.drain();
    }
    assertThat(track.health().gap()).isEmpty();
    track.close();
    track.drain();
    fixture.stop();
    assertThat(fixture.log.closed())
        .extracting(ClosedSegment::ended)
        .containsExactly(EndCause.FAULT, EndCause.CLOSED);
  }

  private static AccessUnit faulty(int number) {
    AccessUnit unit = TrackFixture.picture(number);
    return new AccessUnit(
        unit.payload(), unit.pts90k(), false, false, unit.receivedNanos(), Instant.MAX);
  }
}
