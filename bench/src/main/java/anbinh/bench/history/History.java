package anbinh.bench.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file of all measurements, oldest first. Rows are only added.
final class History {
  private static final List<String> COLUMNS =
      List.of(
          "date",
          "commit",
          "line",
          "ours",
          "peer",
          "ratio",
          "goal",
          "met",
          "processor",
          "machine",
          "note");

  private final Path file;

  History(Path file) {
    this.file = file;
  }

  /// All measurements; none where there is no file yet.
  ///
  /// @throws IllegalArgumentException if the file has a row that cannot be read; it names the row
  List<Measurement> list() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().map(this::measurement).toList();
    } catch (CsvParseException e) {
      throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// Adds measurements at the end of the file, which is made if it is not there.
  void add(List<Measurement> measurements) throws IOException {
    boolean begun = Files.exists(file);
    try (CsvWriter rows =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (!begun) {
        rows.writeRecord(COLUMNS);
      }
      for (Measurement measurement : measurements) {
        Figure figure = measurement.figure();
        rows.writeRecord(
            measurement.date().toString(),
            measurement.commit(),
            figure.line(),
            Figure.text(figure.ours()),
            Figure.text(figure.peer()),
            Figure.text(figure.ratio()),
            figure.goal().toString(),
            figure.verdict(),
            measurement.processor(),
            measurement.machine().toString(),
            measurement.note());
      }
    }
  }

  private Measurement measurement(NamedCsvRecord row) {
    if (!row.getHeader().equals(COLUMNS) || row.getFieldCount() != COLUMNS.size()) {
      throw wrong(row, "its columns must be " + String.join(",", COLUMNS), null);
    }
    try {
      return new Measurement(
          LocalDate.parse(row.getField("date")),
          row.getField("commit"),
          Figure.of(
              row.getField("line"),
              row.getField("ours"),
              row.getField("peer"),
              row.getField("ratio"),
              row.getField("goal"),
              row.getField("met")),
          row.getField("processor"),
          Machine.parse(row.getField("machine")),
          row.getField("note"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(row, String.valueOf(e.getMessage()), e);
    }
  }

  private IllegalArgumentException wrong(
      NamedCsvRecord row, String what, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "%s, line %d: %s".formatted(file, row.getStartingLineNumber(), what), cause);
  }
}
