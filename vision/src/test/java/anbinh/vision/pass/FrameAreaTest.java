package anbinh.vision.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import org.junit.jupiter.api.Test;

class FrameAreaTest {
  private static final Picture PICTURE = new Picture(64, 32, new int[64 * 32]);

  @Test
  void isInSharesOfThePicture() {
    assertThat(FrameArea.of(Box.level(16, 8, 32, 16), PICTURE))
        .isEqualTo(new FrameArea(.25f, .25f, .25f, .25f));
    assertThat(new FrameArea(.25f, .25f, .25f, .25f).box(PICTURE))
        .isEqualTo(Box.level(16, 8, 32, 16));
  }

  @Test
  void endsWhereThePictureEnds() {
    assertThat(FrameArea.of(Box.level(-16, 16, 100, 40), PICTURE))
        .isEqualTo(new FrameArea(0, .5f, 1, .5f));
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatThrownBy(() -> new FrameArea(0, 0, 1.5f, 1))
        .hasMessage("an area is given in shares from 0 to 1, not 0.0, 0.0, 1.5, 1.0");
    assertThatThrownBy(() -> new FrameArea(0, 0, Float.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
