package anbinh.seal.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.pack.ClipFixture;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VideoDigestTest {
  @Test
  void tellsPicturesHiddenOnesAndTheirDigest() {
    byte[] clip = ClipFixture.clip();
    var expected =
        new VideoDigest.Pictures(
            ClipFixture.PICTURES,
            ClipFixture.HIDDEN,
            ClipFixture.payload(clip).length,
            ClipFixture.payloadSha256(clip));
    for (int piece : new int[] {1, 7, 4096, clip.length}) {
      assertThat(read(clip, piece)).isEqualTo(expected);
    }
    assertThat(read(ClipFixture.revealed(), 100).hidden()).isZero();
  }

  @Test
  void noticesAnyOtherByteOfAPicture() {
    byte[] clip = ClipFixture.clip();
    clip[clip.length - 1] ^= 1;
    assertThat(read(clip, 1000).sha256())
        .isNotEqualTo(ClipFixture.payloadSha256(ClipFixture.clip()));
  }

  @Test
  void refusesAFileThatDoesNotHoldWhatItsIndexNames() {
    byte[] clip = ClipFixture.clip();
    assertThatThrownBy(() -> read(Arrays.copyOf(clip, clip.length - 1), 100))
        .isInstanceOf(FormatProblem.class);
    assertThatThrownBy(() -> read(ClipFixture.payload(clip), 100))
        .isInstanceOf(FormatProblem.class);
    assertThatThrownBy(() -> read(new byte[0], 100)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void answersADamagedFileTheSameHoweverItIsCut() {
    byte[] whole = ClipFixture.clip();
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      byte[] damaged =
          random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int flips = 1 + random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(Math.min(damaged.length, 600))] = (byte) random.nextInt();
      }
      assertThat(VideoDigestFuzzTest.read(damaged, 997))
          .as("seed %d", seed)
          .isEqualTo(VideoDigestFuzzTest.read(damaged, Math.max(1, damaged.length)));
    }
  }

  private static VideoDigest.Pictures read(byte[] file, int piece) {
    var video = new VideoDigest();
    for (int at = 0; at < file.length; at += piece) {
      video.update(file, at, Math.min(piece, file.length - at));
    }
    return video.end();
  }
}
