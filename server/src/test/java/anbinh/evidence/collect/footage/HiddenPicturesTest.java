package anbinh.evidence.collect.footage;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.CleanMp4;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.Stretch;
import anbinh.media.mp4.Ticks;
import anbinh.media.mp4.VirtualMp4;
import anbinh.seal.mp4.VideoDigest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the verifier finds hidden in a clip is what the cut says that it hides, wherever it begins
/// and ends: whoever verifies counts from the bytes of the clip alone.
class HiddenPicturesTest {
  private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
  private static final int FRAME = Ticks.PER_SECOND / 10;
  private static final VideoFormat FORMAT =
      new VideoFormat(
          Codec.H264,
          List.of(hex("6742c01fd9005005bb011000000300100000030320f1832480"), hex("68cb83cb20")),
          1280,
          720,
          "avc1.42C01F",
          0);

  @TempDir Path folder;

  @Test
  void areCountedFromTheClipAsTheCutCountsThem() throws IOException {
    int hidden = 0;
    for (long seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      List<RecordedSegment> segments = record(random);
      Instant from = START.plusMillis(random.nextInt(20_000));
      Instant to = from.plusMillis(1 + random.nextInt(20_000));
      Optional<CleanMp4> cut = CleanMp4.of(segments, from, to);
      if (cut.isEmpty()) {
        continue;
      }
      Path clip = folder.resolve("clip.mp4");
      Files.deleteIfExists(clip);
      try (FileChannel out =
          FileChannel.open(clip, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        cut.get().write(out);
      }
      VideoDigest.Pictures found = ClipReader.read(clip);
      assertThat(found.hidden()).as("seed %d", seed).isEqualTo(cut.get().hiddenFrames());
      assertThat(found.count() - found.hidden()).isEqualTo(cut.get().frames().size());
      VirtualMp4 video = VirtualMp4.of(segments, from, to).orElseThrow();
      assertThat(ClipReader.read(video.sizeBytes(), video::read)).isEqualTo(found);
      hidden += found.hidden();
    }
    assertThat(hidden).isGreaterThan(500);
  }

  /// Up to four segments, with gaps between some, some with pictures that are coded before others
  /// which are shown earlier.
  private List<RecordedSegment> record(SplittableRandom random) throws IOException {
    List<RecordedSegment> segments = new ArrayList<>();
    Instant start = START;
    boolean reordered = random.nextBoolean();
    for (int number = 0; number < 1 + random.nextInt(4); number++) {
      int frames = 20 + random.nextInt(60);
      int group = 4 + 3 * random.nextInt(4);
      var builder = new SampleIndex.Builder(600);
      for (int frame = 0; frame < frames; frame++) {
        boolean key = frame % group == 0;
        // Coding order I P B B: P is shown two pictures later, each B one earlier.
        int shift = !reordered ? 0 : key ? FRAME : (frame % group) % 3 == 1 ? 3 * FRAME : 0;
        builder.add((long) frame * FRAME, shift, 200 + random.nextInt(900), key, false);
      }
      SampleIndex index = builder.build((long) frames * FRAME);
      byte[] content = new byte[(int) index.endBytes()];
      for (int at = 0; at < content.length; at++) {
        content[at] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("segment-" + number + ".mp4"), content);
      Instant end = start.plusMillis(frames * 100L);
      segments.add(
          new RecordedSegment("s" + number, file, FORMAT, index, start, Stretch.NONE, end));
      start = random.nextInt(3) == 0 ? end.plusMillis(50 + random.nextInt(4_000)) : end;
    }
    return segments;
  }

  private static Bytes hex(String text) {
    return Bytes.copyOf(HexFormat.of().parseHex(text));
  }
}
