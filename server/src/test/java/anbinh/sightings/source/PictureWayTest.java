package anbinh.sightings.source;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Direction;
import org.junit.jupiter.api.Test;

class PictureWayTest {
  @Test
  void onlyAClearWayIsADirection() {
    assertThat(PictureWay.direction(.5, .1)).isEqualTo(Direction.RIGHT);
    assertThat(PictureWay.direction(-.5, -.1)).isEqualTo(Direction.LEFT);
    assertThat(PictureWay.direction(.1, .4)).isEqualTo(Direction.TOWARDS);
    assertThat(PictureWay.direction(0, -.4)).isEqualTo(Direction.AWAY);
    assertThat(PictureWay.direction(.3, .3)).isNull();
    assertThat(PictureWay.direction(.1, .05)).isNull();
    assertThat(PictureWay.direction(Double.NaN, 1)).isNull();
  }
}
