package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SampleIndexFormatTest {
  @RepeatedTest(50)
  void survivesEncodingWhateverItsSamples(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    SampleIndex index =
        SampleIndexTest.random(random, 1 + random.nextInt(2000), random.nextBoolean());
    SampleIndex decoded = SampleIndex.decode(index.encode());
    assertThat(decoded).isEqualTo(index);
    assertThat(decoded.encode()).isEqualTo(index.encode());
    assertThat(decoded.endBytes()).isEqualTo(index.endBytes());
  }

  @Test
  void takesAboutSixBytesASampleForAJitteryCamera() {
    Random random = new Random(3);
    SampleIndex.Builder builder = new SampleIndex.Builder(800);
    long decode = 0;
    for (int i = 0; i < 900; i++) {
      boolean key = i % 30 == 0;
      builder.add(
          decode,
          0,
          key ? 60_000 + random.nextInt(9000) : 12_000 + random.nextInt(6000),
          key,
          false);
      decode += 6000 + random.nextInt(180) - 90;
    }
    assertThat(builder.build(decode).encode().size() / 900.0).isBetween(3.0, 6.5);
  }

  @Test
  void refusesEveryCutAndEveryAppendedByte() {
    byte[] bytes = SampleIndexTest.random(new Random(5), 20, true).encode().toArray();
    for (int length = 0; length < bytes.length; length++) {
      Bytes cut = Bytes.copyOf(Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> SampleIndex.decode(cut))
          .as("cut at %d", length)
          .isInstanceOf(MalformedMp4Exception.class);
    }
    assertThatThrownBy(
            () -> SampleIndex.decode(Bytes.copyOf(Arrays.copyOf(bytes, bytes.length + 1))))
        .isInstanceOf(MalformedMp4Exception.class)
        .hasMessageContaining("after its end");
  }

  @Test
  void readsOnlyWhatItWouldWrite() {
    byte[] bytes = SampleIndexTest.random(new Random(6), 30, true).encode().toArray();
    Random random = new Random(8);
    for (int i = 0; i < 5000; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      Bytes candidate = Bytes.copyOf(changed);
      try {
        assertThat(SampleIndex.decode(candidate).encode()).isEqualTo(candidate);
      } catch (MalformedMp4Exception expected) {
        assertThat(expected).hasMessageContaining("sample index");
      }
    }
  }

  @Test
  void refusesACountThatTheBytesCannotHold() {
    Bytes huge = Bytes.copyOf(new byte[] {1, 0, (byte) 0xFF, (byte) 0xFF, 0x3F, 0, 1, 1, 2});
    assertThatThrownBy(() -> SampleIndex.decode(huge))
        .isInstanceOf(MalformedMp4Exception.class)
        .hasMessageContaining("count");
  }
}
