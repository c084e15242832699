package anbinh.recording.still;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import org.junit.jupiter.api.Test;

class PreviewsTest {
  private final Previews previews = new Previews();

  @Test
  void forgetsTheOneThatWasLookedAtLongestAgo() {
    Bytes quarter = Bytes.copyOf(new byte[Previews.MAX_BYTES / 4]);
    for (int sample = 0; sample < 4; sample++) {
      previews.keep("a", sample, quarter);
    }
    assertThat(previews.find("a", 0)).isPresent();
    previews.keep("b", 0, quarter);
    assertThat(previews.find("a", 1)).isEmpty();
    assertThat(previews.find("a", 0)).isPresent();
    assertThat(previews.find("b", 0)).isPresent();
    assertThat(previews.bytes()).isLessThanOrEqualTo(Previews.MAX_BYTES);
  }

  @Test
  void countsOneThatIsMadeTwiceOnce() {
    Bytes some = Bytes.copyOf(new byte[1_000]);
    previews.keep("a", 0, some);
    previews.keep("a", 0, some);
    assertThat(previews.bytes()).isEqualTo(1_000);
  }
}
