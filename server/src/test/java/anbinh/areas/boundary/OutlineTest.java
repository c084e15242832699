package anbinh.areas.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  @Test
  void leavesOutWhatNobodySees() {
    List<List<List<Double>>> rings =
        Outline.of(
            "[[[[105,20],[105.3,20.00001],[105.5,19.99999],[106,20],[106,21],[105,21],[105,20]]]]",
            0.001);
    assertThat(rings).hasSize(1);
    assertThat(rings.getFirst())
        .containsExactly(
            List.of(105.0, 20.0),
            List.of(106.0, 20.0),
            List.of(106.0, 21.0),
            List.of(105.0, 21.0),
            List.of(105.0, 20.0));
  }

  @Test
  void leavesOutIslandsThatAreSmallerThanADot() {
    List<List<List<Double>>> rings =
        Outline.of(
            "[[[[105,20],[106,20],[106,21],[105,21],[105,20]]],"
                + "[[[107,20],[107.00001,20],[107.00002,20.00001],[107.00001,20.00002],[107,20]]]]",
            0.001);
    assertThat(rings).hasSize(1);
  }

  @Test
  void keepsAUnitThatIsNothingButADot() {
    assertThat(Outline.of("[[[[107,20],[107.0003,20],[107.0003,20.0003],[107,20]]]]", 0.001))
        .hasSize(1);
  }
}
