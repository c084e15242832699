package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/// No NAL units whatever may break the reading of parameter sets.
class ParameterSetsFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void survivesAnyParameterSets(FuzzedDataProvider data) {
    Codec codec = data.consumeBoolean() ? Codec.H264 : Codec.H265;
    ParameterSets sets = new ParameterSets(codec);
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      ByteBuffer nal = ByteBuffer.wrap(data.consumeBytes(200));
      boolean added = sets.add(nal);
      if (added) {
        assertThat(sets.add(nal)).as("known now").isFalse();
      }
      sets.formatOf(nal).ifPresent(ParameterSetsFuzzTest::check);
    }
    for (int id = 0; id < 4; id++) {
      sets.format(id).ifPresent(ParameterSetsFuzzTest::check);
    }
  }

  private static void check(VideoFormat format) {
    assertThat(format.width()).isPositive();
    assertThat(format.height()).isPositive();
    assertThat(format.reorderDepth()).isBetween(0, 16);
    assertThat(format.codecs()).matches("(avc1|hvc1)\\.[0-9A-Z.]+");
  }
}
