package anbinh.areas.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import anbinh.areas.Bounds;
import anbinh.areas.boundary.AreaShapes.AreaShape;
import org.junit.jupiter.api.Test;

class AreaShapesTest {
  @Test
  void putsTheNameInTheMiddleOfTheLargestPart() {
    AreaShape shape =
        AreaShapes.shape(
            "[[[[107,20],[107.01,20],[107.01,20.01],[107,20.01],[107,20]]],"
                + "[[[105,20],[106,20],[106,21],[105,21],[105,20]]]]");
    assertThat(shape.longitude()).isCloseTo(105.5, within(1e-9));
    assertThat(shape.latitude()).isCloseTo(20.5, within(1e-9));
    assertThat(shape.bounds()).isEqualTo(new Bounds(20, 105, 21, 107.01));
    assertThat(shape.rings()).hasSize(2);
  }
}
