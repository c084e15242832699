package anbinh.vision.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import anbinh.vision.image.GreyPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With clips that ffmpeg makes.
class ClipTest {
  @TempDir static Path folder;

  @BeforeAll
  static void make() throws Exception {
    FfmpegFixture.run(
        "-f",
        "lavfi",
        "-i",
        "color=c=red:s=64x48:r=10:d=2",
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        folder.resolve("red.mp4"),
        "-f",
        "lavfi",
        "-i",
        "sine=d=1",
        "-map",
        "1:a",
        folder.resolve("sound.m4a"));
  }

  private static List<Double> times(Path file, double interval) throws IOException {
    List<Double> times = new ArrayList<>();
    try (Clip clip = new Clip(file)) {
      for (double next = 0; clip.advance(next); next = clip.seconds() + interval) {
        times.add(clip.seconds());
      }
    }
    return times;
  }

  @Test
  void givesThePicturesAndTheirTimes() throws IOException {
    List<Double> times = times(folder.resolve("red.mp4"), .001);
    assertThat(times).hasSize(20);
    assertThat(times.getLast()).isCloseTo(1.9, within(.001));
    try (Clip clip = new Clip(folder.resolve("red.mp4"))) {
      assertThat(clip.advance(0)).isTrue();
      assertThat(clip.picture().width()).isEqualTo(64);
      int pixel = clip.picture().pixels()[0];
      assertThat(pixel >> 16 & 0xff).isGreaterThan(230);
      assertThat(pixel & 0xffff).isLessThan(0x2020);
    }
  }

  /// Rows of 1,000 and 602 pixels end within what libav writes at a time.
  @ParameterizedTest
  @ValueSource(ints = {66, 602, 1_000})
  void givesPicturesOfAnyWidth(int width) throws Exception {
    Path file = folder.resolve(width + ".mp4");
    FfmpegFixture.run(
        "-f",
        "lavfi",
        "-i",
        "color=c=red:s=%dx386:r=10:d=2".formatted(width),
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        file);
    try (Clip clip = new Clip(file)) {
      for (int i = 0; i < 20; i++) {
        assertThat(clip.advance(0)).isTrue();
        int[] pixels = clip.picture().pixels();
        assertThat(pixels).hasSize(width * 386).containsOnly(pixels[0]);
        GreyPicture grey = clip.grey(101);
        assertThat(grey.at(100, grey.height() - 1)).isCloseTo(grey.at(0, 0), within(2));
      }
    }
  }

  @Test
  void passesOverPicturesBeforeATime() throws IOException {
    assertThat(times(folder.resolve("red.mp4"), .45)).containsExactly(0.0, .5, 1.0, 1.5);
  }

  @Test
  void countsThePicturesThatItPassesOver() throws IOException {
    try (Clip clip = new Clip(folder.resolve("red.mp4"))) {
      assertThat(clip.advance(.95)).isTrue();
      assertThat(clip.decoded()).isEqualTo(11);
    }
  }

  /// Of what is left out at the beginning, too.
  @Test
  void keepsTheTimesOfPicturesWhereAPacketIsNotDecoded() throws Exception {
    Path keys = folder.resolve("keys.mp4");
    FfmpegFixture.run("-i", folder.resolve("red.mp4"), "-g", "5", "-bf", "0", keys);
    for (int leftOut : new int[] {0, 10}) {
      List<Long> packets = new ArrayList<>();
      List<Long> times = new ArrayList<>();
      try (Clip clip =
          new Clip(
              keys,
              (number, seconds) -> {
                packets.add(number);
                assertThat(seconds).isCloseTo(number * .1, within(.001));
                return number != leftOut;
              })) {
        while (clip.advance(0)) {
          times.add(Math.round(clip.seconds() * 1_000));
        }
      }
      assertThat(packets).isEqualTo(LongStream.range(0, 20).boxed().toList());
      assertThat(times).contains(500L, 1_500L, 1_900L).doesNotContain(leftOut * 100L);
    }
  }

  @Test
  void givesTheBrightnessOfASmallerPicture() throws IOException {
    try (Clip clip = new Clip(folder.resolve("red.mp4"))) {
      assertThat(clip.advance(0)).isTrue();
      GreyPicture grey = clip.grey(16);
      assertThat(grey.height()).isEqualTo(12);
      assertThat(grey.at(15, 11)).isCloseTo(76, within(10));
    }
  }

  /// The minute files of the recorder count on from the beginning of the recording.
  @Test
  void countsFromTheFirstPictureWhateverTimeTheFileSays() throws Exception {
    Path late = folder.resolve("late.mp4");
    FfmpegFixture.run(
        "-i",
        folder.resolve("red.mp4"),
        "-c",
        "copy",
        "-output_ts_offset",
        "60",
        "-movflags",
        "frag_keyframe+empty_moov+default_base_moof",
        late);
    assertThat(times(late, .45)).containsExactly(0.0, .5, 1.0, 1.5);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.mp4"));
    assertThatThrownBy(() -> new Clip(empty)).hasMessage("is no video that can be read");
    Path text = Files.writeString(folder.resolve("text.mp4"), "no video", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new Clip(text)).hasMessage("is no video that can be read");
    assertThatThrownBy(() -> new Clip(folder.resolve("sound.m4a"))).hasMessage("has no video");
  }

  @Test
  void givesWhatThereIsOfAClipThatIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("red.mp4"));
    Path cut = folder.resolve("cut.mp4");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 40));
    try {
      assertThat(times(cut, .001)).hasSizeLessThanOrEqualTo(20);
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("is (no|a damaged) video.*");
    }
  }

  @Test
  void followsNoListOfOtherFiles() throws Exception {
    FfmpegFixture.run("-i", folder.resolve("red.mp4"), "-c", "copy", folder.resolve("red.ts"));
    assertThat(times(folder.resolve("red.ts"), .45)).hasSize(4);
    Path list =
        Files.writeString(
            folder.resolve("list.m3u8"),
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nred.ts\n#EXT-X-ENDLIST\n");
    assertThatThrownBy(() -> new Clip(list)).hasMessage("is no video that can be read");
  }

  @Test
  void readsAFileWhoseNameLooksLikeAnAddress() throws IOException {
    Path file = Files.copy(folder.resolve("red.mp4"), folder.resolve("http:red.mp4"));
    assertThat(times(file, .45)).hasSize(4);
  }
}
