package anbinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.bench.history.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  @Test
  void saysWhatItsGoalIsAbout() {
    assertThat(new Result("clip-ms", 4.189, 90.12, 0.05, true))
        .hasToString("clip-ms ours=4.189 peer=90.12 ratio=0.046 goal=ratio<=0.0500 met");
    assertThat(Result.absolute("log-events", 9_000, Double.NaN, 10_000, false))
        .hasToString("log-events ours=9000 peer=- ratio=- goal=ours>=10000 missed");
  }

  @Test
  void isReadBackByTheHistory() {
    List<Result> results =
        List.of(
            new Result("clip-ms", 4.189, 90.12, 0.05, true),
            Result.absolute("log-events", 12_610, 103_900, 10_000, false),
            Result.absolute("errors", 0, Double.NaN, 0, true),
            Result.absolute("report-s", 2.1, 0.3, 2, true));

    for (Result result : results) {
      Figure figure = Figure.find(result.toString()).orElseThrow();
      assertThat(figure.line()).isEqualTo(result.name());
      assertThat(figure.ours().doubleValue()).isEqualTo(result.ours());
      assertThat(figure.met()).isEqualTo(result.met());
    }
  }
}
