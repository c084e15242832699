package anbinh.bench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// `bench/results`: the history, and the table and the plot that are drawn from it.
final class ResultsFolder {
  private final History history;
  private final Path page;
  private final Path plot;

  ResultsFolder(Path folder) {
    this.history = new History(folder.resolve("history.csv"));
    this.page = folder.resolve("README.md");
    this.plot = folder.resolve("history.svg");
  }

  /// Adds the results in what a benchmark printed.
  ///
  /// @throws IllegalArgumentException if there is none
  List<Measurement> record(
      List<String> printed,
      LocalDate day,
      String commit,
      String processor,
      Machine machine,
      String note)
      throws IOException {
    List<Measurement> measurements =
        Figure.in(printed).stream()
            .map(figure -> new Measurement(day, commit, figure, processor, machine, note))
            .toList();
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException(
          "no line of what was read is a result (NAME ours=… peer=… ratio=… goal=… met|missed);"
              + " give what a benchmark printed: ./anbinh bench clip | ./anbinh bench record");
    }
    history.list(); // a row that cannot be read is named before another one follows it
    history.add(measurements);
    return measurements;
  }

  void draw() throws IOException {
    Files.writeString(page, drawnPage());
    Files.writeString(plot, drawnPlot());
  }

  String drawnPage() throws IOException {
    return FigureTable.renew(Files.readString(page), history.list());
  }

  String drawnPlot() throws IOException {
    return HistoryPlot.svg(history.list());
  }

  String page() throws IOException {
    return Files.readString(page);
  }

  String plot() throws IOException {
    return Files.readString(plot);
  }
}
