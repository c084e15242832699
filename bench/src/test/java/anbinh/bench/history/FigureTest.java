package anbinh.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void isFoundAmongWhatABenchmarkPrints() {
    List<Figure> figures =
        Figure.in(
            List.of(
                "the server records; warming up",
                "  clip-ms ours=4.2 peer=90 ratio=0.047 goal=ratio<=0.05 met  ",
                "log-alone=235000 entries/s ours=5.6 peer=6.0",
                "log-events ours=1.261e+04 peer=- ratio=- goal=ours>=10000 met"));

    assertThat(figures).extracting(Figure::line).containsExactly("clip-ms", "log-events");
    assertThat(Figure.text(figures.getLast().ours())).isEqualTo("12610");
    assertThat(figures.getLast().peer()).isNull();
  }

  @Test
  void isJudgedByWhatItsGoalNames() {
    assertThat(Figure.of("a", "4.2", "90", "0.047", "ratio<=0.05", "met").judged())
        .hasToString("0.047");
    assertThat(Figure.of("a", "4.2", "90", "0.047", "ours<=5", "met").judged()).hasToString("4.2");
  }

  @Test
  void namesWhatCannotBeRead() {
    assertThatThrownBy(() -> Figure.of("a", "x", "-", "-", "ours<=5", "met"))
        .hasMessage("'x' is not a number");
    assertThatThrownBy(() -> Figure.of("a", "1", "-", "-", "<=5", "met"))
        .hasMessage("the goal '<=5' is not written like ratio<=0.5 or ours>=10000");
    assertThatThrownBy(() -> Figure.of("a", "1", "-", "-", "ours<=5", "yes"))
        .hasMessage("'yes' is neither met nor missed");
    assertThatThrownBy(() -> Figure.of("a", "1", "-", "-", "ratio<=5", "met"))
        .hasMessage("a is judged by its ratio and has none");
  }
}
