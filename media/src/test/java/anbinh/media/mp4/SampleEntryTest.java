package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleEntryTest {
  static Stream<TestClip> clips() {
    return FragmentScannerTest.clips();
  }

  @ParameterizedTest
  @MethodSource("clips")
  void givesTheFormatBackButForTheReorderDepth(TestClip clip) {
    VideoFormat format = clip.format();
    VideoFormat parsed = parse(write(format));
    assertThat(parsed.codec()).isEqualTo(format.codec());
    assertThat(parsed.parameterSets()).isEqualTo(format.parameterSets());
    assertThat(parsed.codecs()).isEqualTo(format.codecs());
    assertThat(parsed.width()).isEqualTo(format.width());
    assertThat(parsed.height()).isEqualTo(format.height());
    assertThat(parsed.reorderDepth()).isZero();
  }

  @ParameterizedTest
  @MethodSource("clips")
  void refusesEveryCut(TestClip clip) {
    byte[] entry = write(clip.format());
    for (int length = 0; length < entry.length; length++) {
      byte[] cut = Arrays.copyOf(entry, length);
      assertThatThrownBy(() -> parse(cut))
          .as("cut at %d", length)
          .isInstanceOf(MalformedMp4Exception.class);
    }
  }

  @ParameterizedTest
  @MethodSource("clips")
  void readsAnyBytesOrSaysThatTheyAreMalformed(TestClip clip) {
    byte[] entry = write(clip.format());
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      byte[] changed = entry.clone();
      changed[4 + random.nextInt(entry.length - 4)] = (byte) random.nextInt(256);
      try {
        assertThat(parse(changed).parameterSets()).isNotNull();
      } catch (MalformedMp4Exception expected) {
        assertThat(expected).hasMessageEndingWith(".");
      }
    }
  }

  private static byte[] write(VideoFormat format) {
    BoxWriter writer = new BoxWriter(512);
    SampleEntry.write(writer, format);
    return writer.toArray();
  }

  private static VideoFormat parse(byte[] entry) {
    return SampleEntry.parse(Box.read(ByteBuffer.wrap(entry)));
  }
}
