package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.AccessUnit;
import anbinh.media.Await;
import anbinh.media.Bytes;
import anbinh.media.StreamState;
import anbinh.media.mp4.FragmentScanner;
import anbinh.media.mp4.FrameTime;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.ScannedFile;
import anbinh.media.mp4.TestClip;
import anbinh.media.mp4.Ticks;
import anbinh.media.mp4.VirtualMp4;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.Recovered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @Test
  void recordsEveryPictureIntoFilesThatAbut() throws Exception {
    List<AccessUnit> sent = new ArrayList<>();
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      SyntheticCamera camera = camera(1, recorder, "gate-1");
      camera.connect();
      for (int i = 0; i < 15 * 300; i++) {
        sent.add(camera.send());
        settle(recorder, i);
      }
    }

    List<ClosedSegment> closed = log.closed("gate-1");
    assertThat(closed).hasSizeBetween(5, 7);
    int at = 0;
    for (ClosedSegment segment : closed) {
      byte[] file = Files.readAllBytes(folder.resolve(segment.file()));
      assertThat(segment.sizeBytes()).isEqualTo(file.length);
      assertThat(segment.sha256())
          .isEqualTo(Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(file)));
      ScannedFile scanned = scan(segment);
      assertThat(scanned.tear()).isEmpty();
      assertThat(scanned.closing()).isPresent();
      assertThat(scanned.index().orElseThrow().withDuration(segment.durationTicks()))
          .isEqualTo(segment.index());
      for (int i = 0; i < segment.frames(); i++, at++) {
        byte[] expected = new byte[sent.get(at).payload().remaining()];
        sent.get(at).payload().duplicate().get(expected);
        int from = (int) segment.index().offsetBytes(i);
        assertThat(
                java.util.Arrays.equals(
                    file, from, from + segment.index().sizeBytes(i), expected, 0, expected.length))
            .isTrue();
      }
    }
    assertThat(at).isEqualTo(sent.size());
    for (int i = 1; i < closed.size(); i++) {
      assertThat(closed.get(i).start()).isEqualTo(closed.get(i - 1).end());
    }
    assertThat(closed).extracting(ClosedSegment::ended).last().isEqualTo(EndCause.CLOSED);
    assertThat(log.opened()).hasSameSizeAs(closed);
    assertThat(log.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.cause()).isEqualTo(Gap.Cause.STARTING));
  }

  @Test
  void recordsRealVideoThatFfmpegPlaysPictureForPicture() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    TestClip clip = TestClip.h264WithBFrames().withParameterSetsInBand();
    try (Recorder recorder =
        start(root, RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(3)))) {
      RecordingTrack track = recorder.open("gate-1", Optional.empty());
      track.onFormat(clip.format());
      clip.units().forEach(track::onAccessUnit);
    }
    List<ClosedSegment> closed = log.closed("gate-1");
    assertThat(closed).hasSizeGreaterThan(2);
    assertThat(closed.stream().mapToInt(ClosedSegment::frames).sum()).isEqualTo(180);
    for (ClosedSegment segment : closed) {
      Path file = folder.resolve(segment.file());
      TestClip.run("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-");
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
          .isEqualTo(String.valueOf(segment.frames()));
    }
  }

  @Test
  void aPictureIsSafeFromAKilledProcessWhenItHasBeenTaken() throws Exception {
    Path killed = folder.resolve("killed");
    StorageRoot root = StorageRoot.open(folder.resolve("running"), Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      SyntheticCamera camera = camera(7, recorder, "gate-1");
      RecordingTrack track = recorder.findTrack("gate-1").orElseThrow();
      camera.connect();
      camera.send();
      Await.until("a file is begun", () -> track.findOpenSegment().isPresent());
      for (int i = 0; i < 28; i++) {
        camera.send();
        assertThat(track.health().queued()).isZero();
      }
      copy(root.folder(), killed);
    }
    assertThat(Recovery.scan(StorageRoot.open(killed, Optional.empty()), _ -> false))
        .singleElement()
        .isInstanceOfSatisfying(
            Recovered.Kept.class, kept -> assertThat(kept.segment().frames()).isEqualTo(29));
  }

  @Test
  void keepsTheOrderWhateverViewersComeAndGo() throws Exception {
    List<AccessUnit> sent = new ArrayList<>();
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      SyntheticCamera camera = camera(8, recorder, "gate-1");
      RecordingTrack track = recorder.findTrack("gate-1").orElseThrow();
      camera.connect();
      LiveFeed viewer = track.subscribe();
      for (int i = 0; i < 3000; i++) {
        sent.add(camera.send());
        switch (i % 50) {
          case 10 -> viewer = track.subscribe();
          case 20 -> recorder.wake();
          case 30 -> viewer.close();
          default -> settle(recorder, i);
        }
      }
    }
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    for (ClosedSegment segment : log.closed("gate-1")) {
      byte[] file = Files.readAllBytes(folder.resolve(segment.file()));
      for (int i = 0; i < segment.frames(); i++) {
        pictures.write(file, (int) segment.index().offsetBytes(i), segment.index().sizeBytes(i));
      }
    }
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (AccessUnit unit : sent) {
      byte[] bytes = new byte[unit.payload().remaining()];
      unit.payload().duplicate().get(bytes);
      expected.writeBytes(bytes);
    }
    assertThat(pictures.toByteArray()).isEqualTo(expected.toByteArray());
  }

  @Test
  void keepsDamagedPicturesInTheSameFileAndSaysWhichTheyAre() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    RecorderOptions options = RecorderOptions.DEFAULT.withRotateAfter(Duration.ofHours(1));
    try (Recorder recorder = start(root, options)) {
      SyntheticCamera camera = camera(2, recorder, "gate-1");
      camera.connect();
      for (int i = 0; i < 5; i++) {
        camera.sendFor(Duration.ofMillis(2000 + 67 * i));
        camera.damage(true);
        camera.pass(Duration.ofMillis(130));
        camera.sendFor(Duration.ofMillis(600));
        camera.damage(false);
        camera.restartGroup();
      }
      Await.until("all is written", () -> recorder.health().tracks().getFirst().damaged() == 45);
      RecorderHealth.Track health = recorder.health().tracks().getFirst();
      assertThat(health.losses()).isEqualTo(5);
      assertThat(health.lostPackets()).isEqualTo(5);
      assertThat(health.damaged()).isEqualTo(45);
      assertThat(health.source()).isEqualTo(ClockEvidence.Source.CAMERA_TIMESTAMPS);
    }
    assertThat(log.closed("gate-1")).hasSize(1);
    ClosedSegment closed = log.closed("gate-1").getFirst();
    assertThat(closed.index().damagedCount()).isEqualTo(45);
    assertThat(SampleIndex.decode(closed.index().encode())).isEqualTo(closed.index());
    assertThat(log.gaps(Gap.Cause.LOSS)).isEmpty();
    RecordedSegment recorded = closed.toRecorded(folder);
    VirtualMp4 cut =
        VirtualMp4.of(List.of(recorded), recorded.start(), recorded.end()).orElseThrow();
    assertThat(cut.frames().stream().filter(FrameTime::damaged)).hasSize(45);
    assertThat(Recovery.scan(root, file -> false))
        .containsExactly(new Recovered.Kept(closed, 0, Optional.empty()));
  }

  @Test
  void statesALossAsAGapOfExactlyTheMissingTime() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      SyntheticCamera camera = camera(2, recorder, "gate-1");
      camera.connect();
      camera.sendFor(Duration.ofSeconds(5));
      recorder.findTrack("gate-1").orElseThrow().onLoss(3);
      camera.pass(Duration.ofMillis(1400));
      camera.restartGroup();
      camera.sendFor(Duration.ofSeconds(5));
    }
    List<ClosedSegment> closed = log.closed("gate-1");
    assertThat(closed).hasSize(2);
    assertThat(closed.getFirst().ended()).isEqualTo(EndCause.LOSS);
    Gap gap = log.gaps(Gap.Cause.LOSS).getFirst();
    assertThat(gap.from()).isEqualTo(closed.getFirst().end());
    assertThat(gap.until()).contains(closed.getLast().start());
    assertThat(gap.length().orElseThrow())
        .isBetween(Duration.ofMillis(1399), Duration.ofMillis(1401));
    assertThat(closed.getLast().clock().follows()).isTrue();
  }

  @Test
  void statesWhyACameraWasDown() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      SyntheticCamera camera = camera(3, recorder, "gate-1");
      camera.connect();
      camera.sendFor(Duration.ofSeconds(4));
      camera.disconnect(StreamState.Cause.STALLED);
      camera.pass(Duration.ofSeconds(30));
      camera.connect();
      camera.sendFor(Duration.ofSeconds(4));
    }
    Gap gap = log.gaps(Gap.Cause.CAMERA_DOWN).getFirst();
    assertThat(gap.camera()).contains(StreamState.Cause.STALLED);
    assertThat(gap.length().orElseThrow())
        .isBetween(Duration.ofMillis(29_900), Duration.ofMillis(30_100));
    assertThat(log.closed())
        .extracting(ClosedSegment::ended)
        .containsExactly(EndCause.CAMERA_DOWN, EndCause.CLOSED);
  }

  @Test
  void statesTheTimeSinceTheLastRunAsAGap() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    Instant before = BORN.minusSeconds(90);
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      RecordingTrack track = recorder.open("gate-1", Optional.of(before));
      SyntheticCamera camera = new SyntheticCamera(4, track, BORN);
      camera.connect();
      camera.sendFor(SECOND);
    }
    Gap gap = log.gaps(Gap.Cause.RESTART).getFirst();
    assertThat(gap.from()).isEqualTo(before);
    assertThat(gap.until()).contains(log.closed().getFirst().start());
  }

  @Test
  void holdsWhatTheLogRefusesAndTellsItInOrderLater() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    RecorderOptions options = RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(2));
    log.fail(true);
    try (Recorder recorder = start(root, options)) {
      SyntheticCamera camera = camera(5, recorder, "gate-1");
      camera.connect();
      camera.sendFor(Duration.ofSeconds(20));
      Await.until("the log refused", () -> log.refused() > 1);
      assertThat(log.closed()).isEmpty();
      assertThat(recorder.health().logDetail())
          .hasValueSatisfying(detail -> assertThat(detail).contains("out of order"));
      log.fail(false);
      Await.until("the log has everything", () -> recorder.health().heldLogEntries() == 0);
      assertThat(recorder.health().logDetail()).isEmpty();
    }
    List<ClosedSegment> closed = log.closed();
    assertThat(closed.stream().mapToInt(ClosedSegment::frames).sum()).isEqualTo(300);
    assertThat(closed).extracting(ClosedSegment::start).isSorted();
  }

  @Test
  void countsWhatItCannotHoldAndKeepsTheFiles() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    RecorderOptions options =
        RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(2)).withHeldLogEntries(4);
    log.fail(true);
    try (Recorder recorder = start(root, options)) {
      SyntheticCamera camera = camera(6, recorder, "gate-1");
      camera.connect();
      camera.sendFor(Duration.ofSeconds(20));
      Await.until("something was forgotten", () -> recorder.health().forgotten() > 10);
      log.fail(false);
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".mp4")).count())
          .isGreaterThan(log.closed().size());
    }
  }

  @Test
  void declaresAnOverflowInsteadOfWaiting() throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    RecorderOptions options = RecorderOptions.DEFAULT.withQueue(50, 1 << 20);
    try (Recorder recorder = start(root, options)) {
      SyntheticCamera camera = camera(7, recorder, "gate-1");
      camera.connect();
      camera.sendFor(Duration.ofSeconds(60));
      Queues.awaitEmpty(recorder);
      camera.sendFor(SECOND.multipliedBy(3));
    }
    int written = log.closed().stream().mapToInt(ClosedSegment::frames).sum();
    assertThat(written).isLessThan(63 * 15);
    assertThat(log.gaps(Gap.Cause.OVERLOAD)).isNotEmpty();
    assertThat(log.closed()).extracting(ClosedSegment::ended).contains(EndCause.OVERLOAD);
    for (Gap gap : log.gaps(Gap.Cause.OVERLOAD)) {
      assertThat(gap.until()).isPresent();
    }
  }

  @Test
  void refusesATrackTwiceAndANameThatIsNoName() {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      recorder.open("gate-1", Optional.empty());
      assertThatThrownBy(() -> recorder.open("gate-1", Optional.empty()))
          .hasMessageContaining("already");
      for (String name : List.of("", "..", ".hidden", "a/b", "a b", "x".repeat(65))) {
        assertThatThrownBy(() -> recorder.open(name, Optional.empty()))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void servesWhatIsWrittenOfTheOpenSegment() {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      RecordingTrack track = recorder.open("gate-1", Optional.empty());
      assertThat(track.findOpenSegment()).isEmpty();
      SyntheticCamera camera = new SyntheticCamera(8, track, BORN);
      camera.connect();
      camera.sendFor(Duration.ofSeconds(3));
      Await.until(
          "45 pictures are written",
          () -> track.findOpenSegment().map(open -> open.index().count()).orElse(0) == 45);
      var open = track.findOpenSegment().orElseThrow();
      assertThat(Ticks.toDuration(open.index().durationTicks()))
          .isBetween(Duration.ofMillis(2990), Duration.ofMillis(3010));
      assertThat(open.file()).exists();
    }
  }

  @Test
  void spreadsRotationOverCameras() {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    try (Recorder recorder = start(root, RecorderOptions.DEFAULT)) {
      for (int i = 0; i < 20; i++) {
        SyntheticCamera camera = camera(i, recorder, "camera-" + i);
        camera.connect();
        for (int n = 0; n < 15 * 80; n++) {
          camera.send();
          settle(recorder, n);
        }
      }
    }
    assertThat(
            log.closed().stream()
                .filter(segment -> segment.ended() == EndCause.ROTATED)
                .map(segment -> segment.end().getEpochSecond() / 6)
                .distinct()
                .count())
        .isGreaterThan(6);
  }

  private Recorder start(StorageRoot root, RecorderOptions options) {
    return Recorder.start(root, options, log, InstantSource.system(), System::nanoTime);
  }

  private static SyntheticCamera camera(long seed, Recorder recorder, String key) {
    return new SyntheticCamera(seed, recorder.open(key, Optional.empty()), BORN);
  }

  /// Lets the recorder catch up with a camera that runs a thousand times faster than life.
  private static void settle(Recorder recorder, int sent) {
    if (sent % 300 == 299) {
      Queues.awaitEmpty(recorder);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private ScannedFile scan(ClosedSegment segment) throws IOException {
    try (var channel = Files.newByteChannel(folder.resolve(segment.file()))) {
      return FragmentScanner.scan(channel);
    }
  }
}
