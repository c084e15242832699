package anbinh.media.mp4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.simulator.Clips;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FragmentScannerTest {
  @TempDir Path folder;

  static Stream<TestClip> clips() {
    return Stream.of(
        TestClip.h264().withParameterSetsInBand(),
        TestClip.h264WithBFrames().withParameterSetsInBand(),
        TestClip.h265().withParameterSetsInBand(),
        TestClip.h265WithBFrames());
  }

  @ParameterizedTest
  @MethodSource("clips")
  void readsBackEverySampleThatWasWritten(TestClip clip) throws IOException {
    Bytes file = SegmentFile.bytes(clip.format(), clip.units());
    ScannedFile scanned = scan(file.toArray());

    SampleIndex index = scanned.index().orElseThrow();
    assertThat(scanned.tear()).isEmpty();
    assertThat(scanned.wholeBytes()).isEqualTo(file.size());
    VideoFormat expected = clip.format();
    assertThat(scanned.format())
        .isEqualTo(
            new VideoFormat(
                expected.codec(),
                expected.parameterSets(),
                expected.width(),
                expected.height(),
                expected.codecs(),
                0));
    assertThat(index.count()).isEqualTo(clip.units().size());
    for (int i = 0; i < index.count(); i++) {
      var unit = clip.units().get(i);
      assertThat(index.mediaTicks(i)).isEqualTo(unit.pts90k() - clip.units().getFirst().pts90k());
      assertThat(index.key(i)).isEqualTo(unit.key());
      byte[] stored = new byte[index.sizeBytes(i)];
      file.asBuffer().get((int) index.offsetBytes(i), stored);
      assertThat(ByteBuffer.wrap(stored)).isEqualTo(unit.payload());
    }
  }

  @ParameterizedTest
  @MethodSource("clips")
  void ffmpegReadsTheSamePacketsAndPicturesAsFromTheSource(TestClip clip) throws Exception {
    Path file = folder.resolve("segment.mp4");
    Files.write(file, SegmentFile.bytes(clip.format(), clip.units()).toArray());

    assertThat(frameHashes(file)).isEqualTo(frameHashes(clip.source()));
    assertThat(
            TestClip.run(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "stream=codec_name,width,height,start_time",
                "-of",
                "csv=p=0",
                file.toString()))
        .contains("320,180,0.000000");
    TestClip.run("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-f", "null", "-");
  }

  @Test
  void findsTheEndOfTheLastWholeFragmentWhereverTheFileIsCut() throws IOException {
    TestClip clip = TestClip.h264();
    byte[] file = SegmentFile.bytes(clip.format(), clip.units().subList(0, 40)).toArray();
    SampleIndex whole = scan(file).index().orElseThrow();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int length = whole.headBytes() + random.nextInt(file.length - whole.headBytes());
      ScannedFile scanned = scan(Arrays.copyOf(file, length));
      int expected =
          (int)
              IntStream.range(0, 40)
                  .filter(n -> whole.offsetBytes(n) + whole.sizeBytes(n) <= length)
                  .count();
      assertThat(scanned.index().map(SampleIndex::count).orElse(0)).isEqualTo(expected);
      assertThat(scanned.wholeBytes())
          .isEqualTo(
              expected == 0
                  ? whole.headBytes()
                  : whole.offsetBytes(expected - 1) + whole.sizeBytes(expected - 1));
      assertThat(scanned.tear().isPresent()).isEqualTo(scanned.wholeBytes() != length);
    }
  }

  @Test
  void stopsAtZerosThatACrashLeft() throws IOException {
    TestClip clip = TestClip.h264();
    byte[] file = SegmentFile.bytes(clip.format(), clip.units().subList(0, 40)).toArray();
    SampleIndex whole = scan(file).index().orElseThrow();

    byte[] zeroTail = Arrays.copyOf(file, file.length + 8192);
    assertThat(scan(zeroTail).wholeBytes()).isEqualTo(file.length);

    byte[] hole = file.clone();
    int from = (int) whole.offsetBytes(30);
    Arrays.fill(hole, from, from + whole.sizeBytes(30), (byte) 0);
    assertThat(scan(hole).index().orElseThrow().count()).isEqualTo(30);
    assertThat(scan(hole).tear()).hasValueSatisfying(t -> assertThat(t).contains("NAL units"));
  }

  @Test
  void keepsTheNotesBeforeAndAfterTheFragments() throws IOException {
    TestClip clip = TestClip.h264();
    Bytes file = SegmentFile.bytes(clip.format(), clip.units());
    int head = scan(file.toArray()).index().orElseThrow().headBytes();
    Bytes opening = FragmentScanner.noteBox(Bytes.copyOf("opened".getBytes(UTF_8)));
    Bytes closing = FragmentScanner.noteBox(Bytes.copyOf("closed".getBytes(UTF_8)));
    byte[] all = new byte[file.size() + opening.size() + closing.size()];
    ByteBuffer.wrap(all)
        .put(file.asBuffer().limit(head))
        .put(opening.asBuffer())
        .put(file.asBuffer().position(head))
        .put(closing.asBuffer());

    ScannedFile scanned = scan(all);

    assertThat(scanned.opening()).contains(Bytes.copyOf("opened".getBytes(UTF_8)));
    assertThat(scanned.closing()).contains(Bytes.copyOf("closed".getBytes(UTF_8)));
    assertThat(scanned.wholeBytes()).isEqualTo(all.length);
    assertThat(scanned.tear()).isEmpty();
    assertThat(scan(Arrays.copyOf(all, all.length + 1)).tear())
        .contains("Something follows the closing note.");
  }

  @Test
  void refusesAFileWhoseHeadIsNotWhole() {
    Bytes head = InitSegment.of(TestClip.h264().format(), 0);
    for (int length : List.of(0, 1, 7, 8, 20, 100, head.size() - 1)) {
      assertThatThrownBy(() -> scan(Arrays.copyOf(head.toArray(), length)))
          .isInstanceOf(MalformedMp4Exception.class);
    }
    assertThatThrownBy(() -> scan("not a video at all".getBytes(UTF_8)))
        .isInstanceOf(MalformedMp4Exception.class)
        .hasMessageContaining("ftyp");
  }

  static List<String> frameHashes(Path file) throws IOException, InterruptedException {
    return Clips.pictureHashes(List.of(file)).getFirst();
  }

  private ScannedFile scan(byte[] file) throws IOException {
    try (SeekableByteChannel channel = new ByteArrayChannel(file)) {
      return FragmentScanner.scan(channel);
    }
  }
}
