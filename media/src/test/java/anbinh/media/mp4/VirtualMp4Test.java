package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.simulator.Clips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualMp4Test {
  @TempDir Path folder;

  static Stream<TestClip> clips() {
    return FragmentScannerTest.clips();
  }

  @ParameterizedTest
  @MethodSource("clips")
  void showsExactlyThePicturesOfAnyCut(TestClip clip) throws Exception {
    Recording recording = Recording.continuous(folder, clip, 2);
    List<String> source = FragmentScannerTest.frameHashes(clip.source());
    List<Instant> shown = recording.times().stream().sorted().toList();
    Random random = new Random(11);
    List<Path> cuts = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Instant from = TestClip.EPOCH.plusMillis(random.nextInt(11_000));
      Instant to = from.plusMillis(100 + random.nextInt(6000));
      VirtualMp4 cut = VirtualMp4.of(recording.segments(), from, to).orElseThrow();
      List<Integer> requested =
          IntStream.range(0, shown.size())
              .filter(n -> !shown.get(n).isBefore(from) && shown.get(n).isBefore(to))
              .boxed()
              .toList();
      assertThat(cut.frames())
          .extracting(FrameTime::at)
          .containsExactlyElementsOf(requested.stream().map(shown::get).toList());
      assertThat(cut.duration()).isLessThanOrEqualTo(Duration.between(from, to));
      cuts.add(write(cut, from + " to " + to + ".mp4"));
      expected.add(requested.stream().map(source::get).toList());
    }
    List<List<String>> hashes = Clips.pictureHashes(cuts);
    for (int i = 0; i < cuts.size(); i++) {
      assertThat(hashes.get(i)).as("cut %s", cuts.get(i)).isEqualTo(expected.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("clips")
  void givesTheWholeRecordingBackPacketForPacket(TestClip clip) throws Exception {
    Recording recording = Recording.continuous(folder, clip, 1);
    VirtualMp4 all =
        VirtualMp4.of(
                recording.segments(),
                TestClip.EPOCH.minusSeconds(5),
                TestClip.EPOCH.plusSeconds(60))
            .orElseThrow();
    Path file = write(all);
    Path joined = folder.resolve("joined.mp4");
    Files.write(joined, SegmentFile.bytes(clip.format(), clip.units()).toArray());
    List<String> hashes = packetHashes(file, joined);
    assertThat(hashes.getFirst()).isEqualTo(hashes.getLast());
    assertThat(all.frames()).hasSize(clip.units().size());
    TestClip.run("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-");
  }

  @Test
  void keepsTheLengthOfEveryGap() throws IOException {
    Recording recording = Recording.of(folder, TestClip.h264WithBFrames(), 1, List.of(1, 3, 4), 0);
    Instant from = TestClip.EPOCH.plusMillis(500);
    VirtualMp4 cut =
        VirtualMp4.of(recording.segments(), from, TestClip.EPOCH.plusSeconds(12)).orElseThrow();
    assertThat(Duration.between(cut.start(), from.plusMillis(11_500)))
        .isCloseTo(cut.duration(), Duration.ofNanos(12_000));
    assertThat(cut.start()).isEqualTo(cut.frames().getFirst().at());
    for (FrameTime frame : cut.frames()) {
      assertThat(
              Duration.between(cut.start().plus(Ticks.toDuration(frame.movieTicks())), frame.at()))
          .isBetween(Duration.ofNanos(-12_000), Duration.ofNanos(12_000));
    }
    Path file = write(cut);
    List<Double> stated =
        TestClip.run(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "frame=pts_time",
                "-of",
                "csv=p=0",
                file.toString())
            .lines()
            .map(line -> Double.parseDouble(line.replace(",", "")))
            .toList();
    assertThat(stated).hasSameSizeAs(cut.frames());
    for (int i = 0; i < stated.size(); i++) {
      assertThat(stated.get(i))
          .isCloseTo(
              cut.frames().get(i).movieTicks() / 90_000.0,
              org.assertj.core.data.Offset.offset(0.002));
    }
  }

  @Test
  void statesWhatTheEditListHides() {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 2);
    VirtualMp4 cut =
        VirtualMp4.of(
                recording.segments(),
                TestClip.EPOCH.plusMillis(2990),
                TestClip.EPOCH.plusMillis(3500))
            .orElseThrow();
    assertThat(cut.hiddenPreroll()).isEqualTo(Duration.ofSeconds(1));
    assertThat(cut.hiddenFrames()).isEqualTo(15);
    VirtualMp4 atKey =
        VirtualMp4.of(
                recording.segments(),
                TestClip.EPOCH.plusSeconds(2),
                TestClip.EPOCH.plusMillis(3500))
            .orElseThrow();
    assertThat(atKey.hiddenPreroll()).isZero();
    assertThat(atKey.hiddenFrames()).isZero();
  }

  @Test
  void needsNoPrerollWhereTheFirstPictureIsAKeyPicture() {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 1);
    VirtualMp4 cut =
        VirtualMp4.of(
                recording.segments(),
                TestClip.EPOCH.plusMillis(3960),
                TestClip.EPOCH.plusMillis(5000))
            .orElseThrow();
    assertThat(cut.hiddenPreroll()).isZero();
    assertThat(cut.hiddenFrames()).isZero();
    assertThat(cut.frames()).hasSize(15);
    assertThat(cut.frames().getFirst().movieTicks()).isZero();
    assertThat(cut.start()).isEqualTo(TestClip.EPOCH.plusSeconds(4));
  }

  @Test
  void refusesAGapThatNoFileCanState() {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 3);
    List<RecordedSegment> segments = new ArrayList<>(recording.segments());
    RecordedSegment last = segments.removeLast();
    segments.add(
        new RecordedSegment(
            last.id(),
            last.file(),
            last.format(),
            last.index(),
            last.start().plus(Duration.ofHours(7)),
            last.stretch(),
            last.end().plus(Duration.ofHours(7))));
    assertThatThrownBy(
            () -> VirtualMp4.of(segments, TestClip.EPOCH, TestClip.EPOCH.plus(Duration.ofHours(8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("six hours");
  }

  @Test
  void playsRecordingsAroundASetBackClockOneAfterTheOther() throws Exception {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 3);
    List<RecordedSegment> segments = new ArrayList<>(recording.segments());
    RecordedSegment last = segments.removeLast();
    Duration back = Duration.ofSeconds(4);
    segments.add(
        new RecordedSegment(
            last.id(),
            last.file(),
            last.format(),
            last.index(),
            last.start().minus(back),
            last.stretch(),
            last.end().minus(back)));
    VirtualMp4 cut =
        VirtualMp4.of(segments, TestClip.EPOCH.plusSeconds(3), TestClip.EPOCH.plusSeconds(7))
            .orElseThrow();
    assertThat(cut.frames()).hasSize(45 + 60);
    List<String> source = FragmentScannerTest.frameHashes(TestClip.h264().source());
    List<String> requested = new ArrayList<>(source.subList(45, 90));
    requested.addAll(source.subList(105, 165));
    assertThat(FragmentScannerTest.frameHashes(write(cut))).isEqualTo(requested);
  }

  @Test
  void servesEveryRangeAsThePartOfTheWhole() throws IOException {
    Recording recording = Recording.of(folder, TestClip.h264(), 1, List.of(2), 0);
    VirtualMp4 cut =
        VirtualMp4.of(
                recording.segments(),
                TestClip.EPOCH.plusMillis(1234),
                TestClip.EPOCH.plusMillis(9876))
            .orElseThrow();
    byte[] whole = read(cut, 0, cut.sizeBytes());
    assertThat((long) whole.length).isEqualTo(cut.sizeBytes());
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(whole.length);
      int length = random.nextInt(Math.min(whole.length - at, 40_000) + 1);
      assertThat(read(cut, at, length)).isEqualTo(Arrays.copyOfRange(whole, at, at + length));
    }
    assertThatThrownBy(() -> read(cut, 1, cut.sizeBytes()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  /// A virtual thread's socket takes nothing from a transfer when its buffer is full.
  @Test
  void reachesASlowReaderWholeFromAVirtualThread() throws Exception {
    Recording recording = Recording.continuous(folder, TestClip.real("parkpow_cars.mp4"), 1);
    VirtualMp4 cut =
        VirtualMp4.of(recording.segments(), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(60))
            .orElseThrow();
    assertThat(cut.sizeBytes()).isGreaterThan(3_000_000);
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Thread sender =
          Thread.startVirtualThread(() -> {
            try (SocketChannel socket = server.accept()) {
              cut.read(0, cut.sizeBytes(), socket);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      try (SocketChannel reader = SocketChannel.open(server.getLocalAddress())) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(48 * 1024);
        while (reader.read(buffer.clear()) >= 0) {
          received.write(buffer.array(), 0, buffer.position());
          LockSupport.parkNanos(500_000);
        }
        assertThat(received.toByteArray()).isEqualTo(read(cut, 0, cut.sizeBytes()));
      }
      sender.join();
    }
  }

  @Test
  void hasAnEntityTagThatChangesWithEveryByte() {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 2);
    Instant from = TestClip.EPOCH.plusSeconds(1);
    Instant to = TestClip.EPOCH.plusSeconds(5);
    String tag = VirtualMp4.of(recording.segments(), from, to).orElseThrow().etag();
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(VirtualMp4.of(recording.segments(), from, to).orElseThrow().etag()).isEqualTo(tag);
    assertThat(VirtualMp4.of(recording.segments(), from.plusNanos(20_000), to).orElseThrow().etag())
        .isNotEqualTo(tag);
    List<RecordedSegment> other = new ArrayList<>(recording.segments());
    RecordedSegment first = other.getFirst();
    other.set(
        0,
        new RecordedSegment(
            "other",
            first.file(),
            first.format(),
            first.index(),
            first.start(),
            first.stretch(),
            first.end()));
    assertThat(VirtualMp4.of(other, from, to).orElseThrow().etag()).isNotEqualTo(tag);
  }

  @Test
  void hasNothingWhereNothingWasRecorded() {
    Recording recording = Recording.of(folder, TestClip.h264(), 1, List.of(2), 0);
    assertThat(
            VirtualMp4.of(
                recording.segments(),
                TestClip.EPOCH.plusMillis(4100),
                TestClip.EPOCH.plusMillis(5900)))
        .isEmpty();
    assertThat(
            VirtualMp4.of(
                recording.segments(), TestClip.EPOCH.plusMillis(10), TestClip.EPOCH.plusMillis(20)))
        .isEmpty();
    assertThat(VirtualMp4.of(List.of(), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(1))).isEmpty();
    assertThatThrownBy(() -> VirtualMp4.of(recording.segments(), TestClip.EPOCH, TestClip.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void joinsSegmentsOfSeveralFormats() throws IOException {
    Recording first =
        Recording.continuous(Files.createDirectory(folder.resolve("a")), TestClip.h264(), 3);
    TestClip other =
        TestClip.encoded("h264s", 6, "-vf scale=640:360 -c:v libx264 -preset ultrafast -g 30");
    List<RecordedSegment> all = new ArrayList<>(first.segments());
    Instant join = all.getLast().end();
    for (RecordedSegment segment :
        Recording.continuous(Files.createDirectory(folder.resolve("b")), other, 3).segments()) {
      Duration shift = Duration.between(TestClip.EPOCH, join);
      all.add(
          new RecordedSegment(
              "b" + segment.id(),
              segment.file(),
              segment.format(),
              segment.index(),
              segment.start().plus(shift),
              segment.stretch(),
              segment.end().plus(shift)));
    }
    VirtualMp4 cut =
        VirtualMp4.of(all, join.minusMillis(1500), join.plusMillis(2500)).orElseThrow();
    assertThat(cut.frames()).hasSize(60);
    Path file = write(cut);
    TestClip.run("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-");
    assertThat(
            TestClip.run(
                    "ffprobe",
                    "-v",
                    "error",
                    "-show_entries",
                    "frame=width",
                    "-of",
                    "csv=p=0",
                    file.toString())
                .lines()
                .map(line -> line.replace(",", ""))
                .distinct())
        .containsExactly("320", "640");
  }

  @Test
  void followsTheWallClockOfSlewedSegments() {
    Recording recording = Recording.of(folder, TestClip.h264(), 1, List.of(), 900_000);
    Instant from = TestClip.EPOCH.plusMillis(3333);
    VirtualMp4 cut = VirtualMp4.of(recording.segments(), from, from.plusSeconds(4)).orElseThrow();
    assertThat(cut.frames())
        .extracting(FrameTime::at)
        .containsExactlyElementsOf(
            recording.times().stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(4)))
                .toList());
  }

  @Test
  void usesWideOffsetsWhenTheFileIsLarge() throws IOException {
    SampleIndex.Builder builder = new SampleIndex.Builder(1000);
    for (int i = 0; i < 60; i++) {
      builder.add(i * 6000L, 0, 90_000_000, i % 30 == 0, false);
    }
    SampleIndex index = builder.build(360_000);
    Path sparse = folder.resolve("large.mp4");
    try (FileChannel file =
        FileChannel.open(sparse, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.position(index.endBytes() - 1);
      file.write(ByteBuffer.wrap(new byte[] {42}));
    }
    RecordedSegment segment =
        new RecordedSegment(
            "large",
            sparse,
            TestClip.h264().format(),
            index,
            TestClip.EPOCH,
            Stretch.NONE,
            TestClip.EPOCH.plusSeconds(4));
    VirtualMp4 cut =
        VirtualMp4.of(List.of(segment), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(4))
            .orElseThrow();
    assertThat(cut.sizeBytes()).isGreaterThan(5_400_000_000L);
    String head = new String(read(cut, 0, 3000), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(head).contains("co64").doesNotContain("stco");
    assertThat(read(cut, cut.sizeBytes() - 1, 1)).containsExactly(42);
  }

  @Test
  void saysSoWhenAFileIsShorterThanItsIndex() throws IOException {
    Recording recording = Recording.continuous(folder, TestClip.h264(), 2);
    VirtualMp4 cut =
        VirtualMp4.of(recording.segments(), TestClip.EPOCH, TestClip.EPOCH.plusSeconds(3))
            .orElseThrow();
    Path file = recording.segments().getFirst().file();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(5000);
    }
    assertThatThrownBy(() -> read(cut, 0, cut.sizeBytes()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shorter than its index");
  }

  @Test
  void buildsTheHeadOfHalfAMinuteInWellUnderAMillisecond() {
    List<RecordedSegment> hour = hour();
    Instant from = TestClip.EPOCH.plusSeconds(1800);
    long best = Long.MAX_VALUE;
    long size = 0;
    for (int i = 0; i < 400; i++) {
      long begun = System.nanoTime();
      size += VirtualMp4.of(hour, from, from.plusSeconds(30)).orElseThrow().sizeBytes();
      best = Math.min(best, System.nanoTime() - begun);
    }
    assertThat(size).isPositive();
    assertThat(best).isLessThan(1_000_000);
  }

  static List<RecordedSegment> hour() {
    List<RecordedSegment> segments = new ArrayList<>();
    Random random = new Random(1);
    for (int m = 0; m < 60; m++) {
      SampleIndex.Builder builder = new SampleIndex.Builder(900);
      for (int i = 0; i < 900; i++) {
        builder.add(i * 6000L, 0, 10_000 + random.nextInt(9000), i % 30 == 0, false);
      }
      Instant start = TestClip.EPOCH.plusSeconds(60L * m);
      segments.add(
          new RecordedSegment(
              "m" + m,
              Path.of("none"),
              TestClip.h264().format(),
              builder.build(5_400_000),
              start,
              Stretch.NONE,
              start.plusSeconds(60)));
    }
    return segments;
  }

  static List<String> packetHashes(Path... files) throws IOException, InterruptedException {
    return Clips.ofVideos(List.of(files), "-c", "copy", "-f", "streamhash").stream()
        .map(line -> line.substring(line.indexOf(',') + 1))
        .toList();
  }

  private Path write(VirtualMp4 cut) throws IOException {
    return write(cut, "cut.mp4");
  }

  private Path write(VirtualMp4 cut, String name) throws IOException {
    Path file = folder.resolve(name);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      cut.read(0, cut.sizeBytes(), out);
    }
    return file;
  }

  private static byte[] read(VirtualMp4 cut, long offset, long length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    cut.read(offset, length, Channels.newChannel(out));
    return out.toByteArray();
  }
}
