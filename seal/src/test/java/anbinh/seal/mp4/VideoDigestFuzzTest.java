package anbinh.seal.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.FormatProblem;
import com.code_intelligence.jazzer.junit.FuzzTest;

class VideoDigestFuzzTest {
  @FuzzTest(maxDuration = "50s")
  void readsPicturesOrRefusesHoweverTheFileIsCut(byte[] bytes) {
    assertThat(read(bytes, Math.max(1, bytes.length))).isEqualTo(read(bytes, 3));
  }

  static String read(byte[] bytes, int piece) {
    try {
      var video = new VideoDigest();
      for (int at = 0; at < bytes.length; at += piece) {
        video.update(bytes, at, Math.min(piece, bytes.length - at));
      }
      return video.end().toString();
    } catch (FormatProblem refused) {
      return "refused";
    }
  }
}
