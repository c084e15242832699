package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Await;
import anbinh.media.StreamState;
import anbinh.media.mp4.FragmentHeader;
import anbinh.media.mp4.FragmentScanner;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.TestClip;
import anbinh.media.record.log.Gap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFeedTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Recorder recorder;
  private RecordingTrack track;

  @BeforeEach
  void start() {
    recorder =
        Recorder.start(
            StorageRoot.open(folder, Optional.empty()),
            RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(4)),
            new MemoryLog(),
            InstantSource.system(),
            System::nanoTime);
    track = recorder.open("gate-1", Optional.empty());
  }

  @AfterEach
  void stop() {
    recorder.close();
  }

  @Test
  void playsInFfmpegFromTheLastKeyPictureOnAcrossFiles() throws Exception {
    TestClip clip = TestClip.h264WithBFrames().withParameterSetsInBand();
    track.onFormat(clip.format());
    clip.units().subList(0, 40).forEach(track::onAccessUnit);
    awaitPictures(40);
    LiveFeed feed = track.subscribe();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    WritableByteChannel out = Channels.newChannel(stream);

    LiveEvent.Init init = (LiveEvent.Init) feed.next(SOON).orElseThrow();
    out.write(init.head().asBuffer());
    clip.units().subList(40, 180).forEach(track::onAccessUnit);
    for (int i = 30; i < 180; i++) {
      LiveEvent.Fragment fragment = (LiveEvent.Fragment) feed.next(SOON).orElseThrow();
      assertThat(fragment.key()).isEqualTo(i % 30 == 0);
      assertThat(fragment.payload().mismatch(clip.units().get(i).payload())).isEqualTo(-1);
      out.write(fragment.header().duplicate());
      out.write(fragment.payload().duplicate());
    }

    Path file = folder.resolve("live.bin");
    Files.write(file, stream.toByteArray());
    TestClip.run("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-");
    try (var channel = Files.newByteChannel(file)) {
      assertThat(
              TestClip.run(
                      "ffprobe",
                      "-v",
                      "error",
                      "-count_frames",
                      "-show_entries",
                      "stream=nb_read_frames",
                      "-of",
                      "csv=p=0",
                      file.toString())
                  .strip())
          .isEqualTo("150");
      assertThat(channel.size()).isPositive();
    }
  }

  @Test
  void waitsForAKeyPictureWhereNoneIsWritten() throws Exception {
    LiveFeed feed = track.subscribe();
    assertThat(feed.next(Duration.ofMillis(50))).isEmpty();
    SyntheticCamera camera = new SyntheticCamera(1, track, BORN);
    camera.connect();
    camera.sendFor(Duration.ofSeconds(1));
    assertThat(feed.next(SOON))
        .hasValueSatisfying(event -> assertThat(event).isInstanceOf(LiveEvent.Init.class));
    assertThat(feed.next(SOON))
        .hasValueSatisfying(event -> assertThat(((LiveEvent.Fragment) event).key()).isTrue());
  }

  @Test
  void leavesOutPicturesForASlowViewerAndGoesOnAtAKeyPicture() throws Exception {
    SyntheticCamera camera = new SyntheticCamera(2, track, BORN);
    camera.connect();
    LiveFeed slow = track.subscribe();
    for (int i = 0; i < 8; i++) {
      camera.sendFor(Duration.ofSeconds(6));
      awaitPictures(90 * (i + 1));
    }
    assertThat(slow.next(SOON)).containsInstanceOf(LiveEvent.Init.class);
    int received = 0;
    int skipped = 0;
    LiveEvent last = new LiveEvent.Ended();
    for (Optional<LiveEvent> next = slow.next(SOON);
        next.isPresent();
        next = slow.next(Duration.ZERO)) {
      switch (next.get()) {
        case LiveEvent.Fragment fragment -> {
          received++;
          if (last instanceof LiveEvent.Skipped) {
            assertThat(fragment.key()).isTrue();
          }
        }
        case LiveEvent.Skipped(int pictures) -> skipped += pictures;
        case LiveEvent.Init init -> {}
        case LiveEvent.Interrupted interrupted -> {}
        case LiveEvent.Ended ended -> {}
      }
      last = next.get();
    }
    assertThat(skipped).isPositive();
    assertThat(received).isPositive().isLessThanOrEqualTo(240);
    assertThat(received + skipped).isLessThanOrEqualTo(720);
    assertThat(track.health().dropped()).isZero();
  }

  @Test
  void hasATimeLineWithoutGapsWhereTheRecordingHasOne() throws Exception {
    SyntheticCamera camera = new SyntheticCamera(3, track, BORN);
    camera.connect();
    camera.sendFor(Duration.ofSeconds(2));
    awaitPictures(30);
    LiveFeed feed = track.subscribe();
    assertThat(feed.next(SOON)).containsInstanceOf(LiveEvent.Init.class);
    camera.disconnect(StreamState.Cause.STALLED);
    camera.pass(Duration.ofMinutes(3));
    camera.connect();
    camera.sendFor(Duration.ofSeconds(2));
    List<FragmentHeader> headers = new ArrayList<>();
    boolean interrupted = false;
    while (headers.size() < 60) {
      switch (feed.next(SOON).orElseThrow()) {
        case LiveEvent.Fragment fragment -> headers.add(FragmentHeader.parse(fragment.header()));
        case LiveEvent.Interrupted(Gap gap) -> {
          interrupted = true;
          assertThat(gap.camera()).contains(StreamState.Cause.STALLED);
        }
        case LiveEvent.Init init -> {}
        case LiveEvent.Skipped skipped -> throw new AssertionError("nothing was skipped");
        case LiveEvent.Ended ended -> throw new AssertionError("nothing ended");
      }
    }
    assertThat(interrupted).isTrue();
    for (int i = 1; i < 60; i++) {
      assertThat(headers.get(i).decodeTicks() - headers.get(i - 1).decodeTicks())
          .as("between %d and %d", i - 1, i)
          .isBetween(3500L, 6100L);
    }
  }

  @Test
  void endsWithTheTrack() throws Exception {
    LiveFeed feed = track.subscribe();
    track.close();
    Await.until("the track has ended", () -> recorder.findTrack("gate-1").isEmpty());
    assertThat(feed.next(SOON)).contains(new LiveEvent.Ended());
    assertThat(track.subscribe().next(SOON)).contains(new LiveEvent.Ended());
  }

  @Test
  void isForgottenWhenClosed() throws Exception {
    SyntheticCamera camera = new SyntheticCamera(4, track, BORN);
    camera.connect();
    LiveFeed feed = track.subscribe();
    camera.sendFor(Duration.ofSeconds(1));
    assertThat(feed.next(SOON)).isPresent();
    feed.close();
    camera.sendFor(Duration.ofSeconds(1));
    awaitPictures(30);
    assertThat(feed.next(Duration.ofMillis(20))).isEmpty();
  }

  /// Waits until so many pictures are in files.
  private void awaitPictures(int count) {
    Await.untilAtLeast(
        count,
        "pictures written",
        () -> {
          track.findOpenSegment(); // which writes what waits
          try (var files = Files.walk(folder)) {
            return files
                .filter(file -> file.toString().endsWith(".mp4"))
                .mapToInt(LiveFeedTest::pictures)
                .sum();
          } catch (IOException | UncheckedIOException begun) {
            return 0;
          }
        });
  }

  private static int pictures(Path file) {
    try (var channel = Files.newByteChannel(file)) {
      return FragmentScanner.scan(channel).index().map(SampleIndex::count).orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
