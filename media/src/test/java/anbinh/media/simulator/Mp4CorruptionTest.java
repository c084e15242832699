package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A damaged file is refused with a message, or read as far as it makes sense; nothing else.
class Mp4CorruptionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"disable_chpl", "frag_keyframe+empty_moov", "frag_keyframe+dash"})
  void survivesAnyDamage(String shape) throws Exception {
    Path film = folder.resolve("film.mp4");
    Clips.ffmpeg(
        "-i",
        Clips.h264WithBFrames(folder, 1, 10).toString(),
        "-c",
        "copy",
        "-movflags",
        shape,
        film.toString());
    byte[] whole = Files.readAllBytes(film);
    int index = indexOf(whole, "moov");
    int refused = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      byte[] damaged = whole.clone();
      // Half of the damage near the head, as most of a fragmented film is pictures.
      int span = seed % 2 == 0 ? Math.min(800, whole.length - index) : whole.length - index;
      for (int i = 0; i < 1 + seed % 4; i++) {
        damaged[index + random.nextInt(span)] = (byte) random.nextInt();
      }
      try {
        VideoSource source = VideoSource.ofMp4(Files.write(folder.resolve("d.mp4"), damaged));
        assertThat(source.pictures()).as("seed %s", seed).isNotEmpty();
      } catch (IOException clear) {
        assertThat(clear).as("seed %s", seed).message().isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static int indexOf(byte[] bytes, String type) {
    for (int i = 0; i + 4 < bytes.length; i++) {
      if (bytes[i] == type.charAt(0)
          && bytes[i + 1] == type.charAt(1)
          && bytes[i + 2] == type.charAt(2)
          && bytes[i + 3] == type.charAt(3)) {
        return i;
      }
    }
    throw new AssertionError("no " + type);
  }
}
