package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Await;
import anbinh.media.Bytes;
import anbinh.media.mp4.FrameTime;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.TestClip;
import anbinh.media.mp4.VirtualMp4;
import anbinh.media.record.log.ClosedSegment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Clips of what is being recorded: once its end is recorded, a clip is what it will be for ever.
class OpenSegmentTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00.123456789Z");

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  /// A clip as it was when its end had just been recorded.
  private record Taken(Instant from, Instant to, String tag, Bytes bytes, List<FrameTime> frames) {
    static Taken of(VirtualMp4 clip, Instant from, Instant to) throws IOException {
      return new Taken(from, to, clip.etag(), read(clip), clip.frames());
    }

    void assertSame(VirtualMp4 clip) throws IOException {
      assertThat(clip.etag()).as("%s to %s", from, to).isEqualTo(tag);
      assertThat(clip.frames()).isEqualTo(frames);
      assertThat(read(clip)).isEqualTo(bytes);
    }
  }

  static Stream<TestClip> clips() {
    return Stream.of(
        TestClip.h264().withParameterSetsInBand(),
        TestClip.h264WithBFrames().withParameterSetsInBand(),
        TestClip.h265().withParameterSetsInBand(),
        TestClip.h265WithBFrames());
  }

  @ParameterizedTest
  @MethodSource("clips")
  void aClipWhoseEndIsRecordedStaysTheSameToTheByte(TestClip clip) throws IOException {
    Random random = new Random(21);
    List<Taken> taken = new ArrayList<>();
    try (Recorder recorder = start(Duration.ofSeconds(3))) {
      RecordingTrack track = recorder.open("gate-1", Optional.empty());
      track.onFormat(clip.format());
      Instant begin = clip.units().getFirst().receivedAt();
      for (int i = 0; i < clip.units().size(); i++) {
        track.onAccessUnit(clip.units().get(i));
        if (i % 4 == 3) {
          Queues.awaitEmpty(recorder);
          take(recorder, begin, random).ifPresent(taken::add);
        }
      }
    }
    assertThat(taken).hasSizeGreaterThan(30);
    for (Taken one : taken) {
      one.assertSame(clip(log.closed(), one.from(), one.to()));
    }
  }

  /// Drift and jitter, so that files are stretched and fresh starts move until they have settled.
  @RepeatedTest(4)
  void aClipStaysTheSameWhateverTheClocksDo(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Taken> taken = new ArrayList<>();
    try (Recorder recorder = start(Duration.ofSeconds(20))) {
      SyntheticCamera camera =
          new SyntheticCamera(
                  repetition.getCurrentRepetition(),
                  recorder.open("gate-1", Optional.empty()),
                  BORN,
                  30,
                  60)
              .drift(random.nextDouble(-400, 400))
              .jitter(Duration.ofMillis(1 + random.nextInt(120)));
      camera.connect();
      camera.sendFor(Duration.ofSeconds(11));
      for (int i = 0; i < 300; i++) {
        camera.sendFor(Duration.ofMillis(70 + random.nextInt(900)));
        Queues.awaitEmpty(recorder);
        take(recorder, BORN, random).ifPresent(taken::add);
      }
    }
    assertThat(taken).hasSizeGreaterThan(200);
    assertThat(log.closed()).extracting(one -> one.clock().stretch()).anyMatch(by -> !by.isZero());
    for (Taken one : taken) {
      one.assertSame(clip(log.closed(), one.from(), one.to()));
    }
  }

  /// A clip into the future grows; two states of it never carry one tag.
  @Test
  void aClipWhoseEndIsNotRecordedHasATagOfItsOwnForEveryState() {
    Set<String> tags = new HashSet<>();
    try (Recorder recorder = start(Duration.ofSeconds(20))) {
      SyntheticCamera camera =
          new SyntheticCamera(5, recorder.open("gate-1", Optional.empty()), BORN)
              .jitter(Duration.ofMillis(200));
      camera.connect();
      for (int i = 0; i < 100; i++) {
        camera.send();
        Queues.awaitEmpty(recorder);
        VirtualMp4 growing = clip(recorder, BORN, BORN.plusSeconds(600));
        assertThat(tags.add(growing.etag())).isTrue();
        assertThat(growing.frames()).hasSize(i + 1);
      }
    }
  }

  @Test
  void whatTheLogHasNotTakenYetIsServedAllTheSame() {
    try (Recorder recorder = start(Duration.ofSeconds(2))) {
      SyntheticCamera camera =
          new SyntheticCamera(6, recorder.open("gate-1", Optional.empty()), BORN);
      camera.connect();
      camera.sendFor(Duration.ofSeconds(7));
      Await.until("a file is logged", () -> !log.closed().isEmpty());
      log.fail(true);
      camera.sendFor(Duration.ofSeconds(20));
      Queues.awaitEmpty(recorder);
      assertThat(recorder.listUnlogged("gate-1")).hasSizeGreaterThan(8);
      assertThat(clip(recorder, BORN, BORN.plusSeconds(60)).frames()).hasSize(27 * 15);
      recorder.findTrack("gate-1").orElseThrow().close();
      Await.until("the track has ended", () -> recorder.findTrack("gate-1").isEmpty());
      assertThat(clip(recorder, BORN, BORN.plusSeconds(60)).frames()).hasSize(27 * 15);
      log.fail(false);
      Await.until(
          "all is told",
          () ->
              recorder.listUnlogged("gate-1").isEmpty() && recorder.health().heldLogEntries() == 0);
      assertThat(clip(recorder, BORN, BORN.plusSeconds(60)).frames()).hasSize(27 * 15);
    }
  }

  @Test
  void whatTheLogWillNeverBeToldIsNotKept() {
    log.fail(true);
    try (Recorder recorder =
        start(
            RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(2)).withHeldLogEntries(4))) {
      SyntheticCamera camera =
          new SyntheticCamera(6, recorder.open("gate-1", Optional.empty()), BORN);
      camera.connect();
      camera.sendFor(Duration.ofSeconds(20));
      Await.until("some are forgotten", () -> recorder.health().forgotten() > 10);
      Await.until("they are not kept either", () -> recorder.listUnlogged("gate-1").size() < 6);
      log.fail(false);
    }
  }

  /// A clip of up to eight seconds that ends at or before the last moment of which all is recorded.
  private Optional<Taken> take(Recorder recorder, Instant begin, Random random) throws IOException {
    List<RecordedSegment> unlogged = recorder.listUnlogged("gate-1");
    if (unlogged.isEmpty()) {
      return Optional.empty();
    }
    Instant complete = completeUntil(unlogged.getLast());
    Instant to = complete.minusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    Instant from = to.minusMillis(1 + random.nextInt(8000));
    if (!to.isAfter(begin)) {
      return Optional.empty();
    }
    return VirtualMp4.of(all(unlogged, log.closed()), from, to).isEmpty()
        ? Optional.empty()
        : Optional.of(Taken.of(clip(recorder, from, to), from, to));
  }

  /// No picture to come is shown before the newest decodes.
  private static Instant completeUntil(RecordedSegment open) {
    SampleIndex index = open.index();
    return open.wallTime(index.decodeTicks(index.count() - 1) - index.compositionTicks(0));
  }

  private VirtualMp4 clip(Recorder recorder, Instant from, Instant to) {
    List<RecordedSegment> unlogged = recorder.listUnlogged("gate-1");
    return VirtualMp4.of(all(unlogged, log.closed()), from, to).orElseThrow();
  }

  private VirtualMp4 clip(List<ClosedSegment> closed, Instant from, Instant to) {
    return VirtualMp4.of(all(List.of(), closed), from, to).orElseThrow();
  }

  private List<RecordedSegment> all(List<RecordedSegment> unlogged, List<ClosedSegment> closed) {
    List<RecordedSegment> all = new ArrayList<>();
    closed.forEach(segment -> all.add(segment.toRecorded(folder)));
    unlogged.stream()
        .filter(segment -> all.stream().noneMatch(other -> other.id().equals(segment.id())))
        .toList()
        .forEach(all::add);
    return all;
  }

  private static Bytes read(VirtualMp4 clip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    clip.read(0, clip.sizeBytes(), Channels.newChannel(bytes));
    return Bytes.copyOf(bytes.toByteArray());
  }

  private Recorder start(Duration rotateAfter) {
    return start(RecorderOptions.DEFAULT.withRotateAfter(rotateAfter).withQueue(2000, 32 << 20));
  }

  private Recorder start(RecorderOptions options) {
    return Recorder.start(
        StorageRoot.open(folder, Optional.empty()),
        options,
        log,
        InstantSource.system(),
        System::nanoTime);
  }
}
