package anbinh.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  @TempDir Path folder;

  @Test
  void recordsWhatABenchmarkPrintedAndDrawsIt() throws IOException {
    Files.writeString(
        folder.resolve("README.md"), FigureTable.BEGIN + "\n" + FigureTable.END + "\n");
    var results = new ResultsFolder(folder);

    results.record(
        List.of("warming up", Measurements.MET), DAY, "a264dfb6", "AMD EPYC", Machine.QUIET, "");
    results.draw();

    assertThat(results.page()).contains("| `clip-ms` | 4.2 |", "| a264dfb6 |");
    assertThat(results.plot()).contains("clip-ms");
  }

  @Test
  void recordsNothingOfWhatHasNoResult() {
    var results = new ResultsFolder(folder);

    assertThatThrownBy(
            () -> results.record(List.of("warming up"), DAY, "c", "p", Machine.QUIET, ""))
        .hasMessageContaining("no line of what was read is a result");
    assertThat(folder.resolve("history.csv")).doesNotExist();
  }

  /// With `-Danbinh.update=true` this test draws them, as `./anbinh bench plot` does.
  @Test
  void tableAndPlotOfTheRepositoryAreThoseOfItsHistory() throws IOException {
    var results = new ResultsFolder(Path.of("results"));
    if (Boolean.getBoolean("anbinh.update")) {
      results.draw();
    }

    assertThat(results.page()).as("run ./anbinh bench plot").isEqualTo(results.drawnPage());
    assertThat(results.plot()).as("run ./anbinh bench plot").isEqualTo(results.drawnPlot());
  }
}
