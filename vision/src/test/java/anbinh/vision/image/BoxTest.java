package anbinh.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {
  private static final double TURNED = Math.toRadians(20);

  @Test
  void saysHowFarAnotherIsAlongItsAngle() {
    var box = new Box(100, 50, 40, 10, TURNED);
    var other = new Box(100 + 30 * Math.cos(TURNED), 50 + 30 * Math.sin(TURNED), 40, 10, TURNED);
    assertThat(box.across(other)).isCloseTo(30, within(1e-9));
    assertThat(box.down(other)).isCloseTo(0, within(1e-9));
  }

  @Test
  void holdsTwoLinesOfAPlateThatLeans() {
    var upper = new Box(100, 50, 40, 10, TURNED);
    var lower = new Box(100 - 12 * Math.sin(TURNED), 50 + 12 * Math.cos(TURNED), 60, 10, TURNED);
    Box both = Box.around(List.of(upper, lower));
    assertThat(both.angle()).isEqualTo(TURNED);
    assertThat(both.width()).isCloseTo(60, within(1e-9));
    assertThat(both.height()).isCloseTo(22, within(1e-9));
    assertThat(upper.down(both)).isCloseTo(6, within(1e-9));
  }

  @Test
  void overlapsByTheShareOfTheSmallerOne() {
    Box large = Box.level(0, 0, 100, 100);
    assertThat(large.overlap(Box.level(90, 0, 110, 10))).isCloseTo(.5, within(1e-9));
    assertThat(large.overlap(Box.level(10, 10, 20, 20))).isCloseTo(1, within(1e-9));
    assertThat(large.overlap(Box.level(100, 0, 120, 100))).isZero();
  }

  @Test
  void sharesWhatBothHaveOfWhatEitherHas() {
    Box one = Box.level(0, 0, 100, 50);
    assertThat(one.union(one)).isCloseTo(1, within(1e-9));
    assertThat(one.union(Box.level(50, 0, 150, 50))).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(one.union(Box.level(200, 0, 300, 50))).isZero();
  }

  @Test
  void holdsWhatLiesWhollyInIt() {
    Box one = Box.level(0, 0, 100, 50);
    assertThat(one.holds(Box.level(10, 10, 20, 20))).isTrue();
    assertThat(one.holds(one)).isTrue();
    assertThat(one.holds(Box.level(90, 10, 101, 20))).isFalse();
    assertThat(one.holds(Box.level(10, 10, 20, 20).moved(0, 31))).isFalse();
  }
}
