package anbinh.vision.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With clips that ffmpeg makes.
class ClipTest {
  @TempDir static Path folder;

  @BeforeAll
  static void make() throws Exception {
    int exit =
        new ProcessBuilder(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=c=red:s=64x48:r=10:d=2",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p",
                folder.resolve("red.mp4").toString(),
                "-f",
                "lavfi",
                "-i",
                "sine=d=1",
                "-map",
                "1:a",
                folder.resolve("sound.m4a").toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
  }

  private static List<Clip.Frame> frames(Path file, double interval) throws IOException {
    List<Clip.Frame> frames = new ArrayList<>();
    try (Clip clip = new Clip(file)) {
      double next = 0;
      for (Clip.Frame frame = clip.next(next); frame != null; frame = clip.next(next)) {
        frames.add(frame);
        next = frame.seconds() + interval;
      }
    }
    return frames;
  }

  @Test
  void givesThePicturesAndTheirTimes() throws IOException {
    List<Clip.Frame> frames = frames(folder.resolve("red.mp4"), .001);
    assertThat(frames).hasSize(20);
    assertThat(frames.getLast().seconds()).isCloseTo(1.9, within(.001));
    assertThat(frames.getFirst().picture().width()).isEqualTo(64);
    int pixel = frames.getFirst().picture().pixels()[0];
    assertThat(pixel >> 16 & 0xff).isGreaterThan(230);
    assertThat(pixel & 0xffff).isLessThan(0x2020);
  }

  @Test
  void passesOverPicturesBeforeATime() throws IOException {
    assertThat(frames(folder.resolve("red.mp4"), .45))
        .extracting(Clip.Frame::seconds)
        .containsExactly(0.0, .5, 1.0, 1.5);
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
      assertThat(frames(cut, .001)).hasSizeLessThanOrEqualTo(20);
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("is (no|a damaged) video.*");
    }
  }
}
