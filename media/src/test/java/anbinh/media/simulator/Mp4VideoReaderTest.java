package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4VideoReaderTest {
  @TempDir private Path folder;

  @Test
  void readsWhatFfmpegWrote() throws Exception {
    Path clip = Clips.h264(folder, 2, 30);

    VideoSource source = VideoSource.ofMp4(clip);

    assertThat(source.format().codec()).isEqualTo(Codec.H264);
    assertThat(source.format().width()).isEqualTo(640);
    assertThat(source.format().height()).isEqualTo(360);
    assertThat(source.format().reorderDepth()).isZero();
    assertThat(source.pictures()).hasSize(50);
    assertThat(source.duration90k()).isEqualTo(180_000);
    assertThat(source.pictures()).extracting(Picture::key).startsWith(true, false);
    assertThat(source.pictures().get(30).key()).isTrue();
    assertThat(Clips.hashes(Mp4VideoReader.read(clip).pictures()))
        .isEqualTo(Clips.packetHashes(clip));
  }

  @Test
  void readsPresentationOffsetsOfBFrames() throws Exception {
    VideoSource source = VideoSource.ofMp4(Clips.h264WithBFrames(folder, 2, 25));

    assertThat(source.format().reorderDepth()).isPositive();
    assertThat(source.pictures()).extracting(Picture::presentationOffset90k).contains(3600L, 7200L);
    long[] at = {0};
    List<Long> presented =
        source.pictures().stream()
            .map(picture -> {
              long pts = at[0] + picture.presentationOffset90k();
              at[0] += picture.duration90k();
              return pts;
            })
            .sorted()
            .toList();
    for (int i = 1; i < presented.size(); i++) {
      assertThat(presented.get(i) - presented.get(i - 1)).isEqualTo(3600);
    }
  }

  @Test
  void readsH265() throws Exception {
    Path clip = Clips.h265(folder, 2, 25);

    VideoSource source = VideoSource.ofMp4(clip);

    assertThat(source.format().codec()).isEqualTo(Codec.H265);
    assertThat(source.format().codecs()).startsWith("hvc1.1.6.L");
    assertThat(source.format().parameterSets()).hasSize(3);
    assertThat(source.pictures()).hasSize(50);
    assertThat(Clips.hashes(Mp4VideoReader.read(clip).pictures()))
        .isEqualTo(Clips.packetHashes(clip));
  }

  @Test
  void putsParameterSetsBeforeKeyPicturesOnlyWhereTheyAreMissing() throws Exception {
    VideoSource source = VideoSource.ofMp4(Clips.h264(folder, 1, 10));

    assertThat(source.withParameterSetsInBand()).isEqualTo(source);
    for (Picture picture : source.pictures()) {
      boolean begins = NalUnits.list(picture.nalUnits()).getFirst().get(0) == 0x67;
      assertThat(begins).isEqualTo(picture.key());
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    Path text = Files.writeString(folder.resolve("a.mp4"), "this is no video file at all");
    assertThatThrownBy(() -> VideoSource.ofMp4(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no MP4 file");

    Path clip = Clips.h264(folder, 1, 10);
    byte[] whole = Files.readAllBytes(clip);
    for (int length = 0; length < whole.length; length += 997) {
      Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> VideoSource.ofMp4(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void saysWhenThereIsNoTrackItCanPlay() throws Exception {
    Path clip = folder.resolve("mpeg4.mp4");
    Clips.ffmpeg(
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=320x240:rate=5",
        "-t",
        "1",
        "-c:v",
        "mpeg4",
        clip.toString());

    assertThatThrownBy(() -> VideoSource.ofMp4(clip))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "its video is MPEG-4 part 2 (or MPEG-2), and the simulated camera plays H.264 and"
                + " H.265 only");
  }
}
