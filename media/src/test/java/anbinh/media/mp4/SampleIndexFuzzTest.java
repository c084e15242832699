package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import com.code_intelligence.jazzer.junit.FuzzTest;

class SampleIndexFuzzTest {
  /// Any bytes are either refused with the one exception, or exactly what the index would write.
  @FuzzTest(maxDuration = "60s")
  void readsOnlyWhatItWouldWrite(byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    try {
      assertThat(SampleIndex.decode(bytes).encode()).isEqualTo(bytes);
    } catch (MalformedMp4Exception refused) {
      assertThat(refused).hasMessageContaining("sample index");
    }
  }
}
