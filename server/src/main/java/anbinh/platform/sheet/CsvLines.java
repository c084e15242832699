package anbinh.platform.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The lines of a CSV file. Fields are separated by commas, semicolons or tabs, whichever the first
/// line has most of, as spreadsheets write them.
final class CsvLines implements Lines {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Iterator<CsvRecord> records;
  private @Nullable Line ahead;

  CsvLines(byte[] file) {
    int start = startsWithMark(file) ? BYTE_ORDER_MARK.length : 0;
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(file, start))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(new StrictUtf8(file, start));
    this.records = reader.iterator();
  }

  @Override
  public boolean hasHeading() {
    return false;
  }

  /// Lines of which every cell is empty are none: spreadsheets write them for what is only
  /// formatted.
  @Override
  public boolean hasNext() {
    try {
      while (ahead == null && records.hasNext()) {
        Line line = line(records.next());
        ahead = line.cells().stream().allMatch(Cell::isEmpty) ? null : line;
      }
      return ahead != null;
    } catch (CsvParseException e) {
      throw SheetRows.unreadable("list-parse").because(e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof StrictUtf8.NotUtf8 bad
          ? SheetRows.unreadable("list-utf8", bad.line()).because(e)
          : e;
    }
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = Objects.requireNonNull(ahead);
    ahead = null;
    return line;
  }

  private static Line line(CsvRecord record) {
    return new Line(
        Math.toIntExact(record.getStartingLineNumber()),
        record.getFields().stream()
            .map(field -> new Cell(SheetRows.written(field), null))
            .toList());
  }

  private static boolean startsWithMark(byte[] file) {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (i >= file.length || file[i] != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }

  private static char separator(byte[] file, int start) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int i = start; i < file.length && file[i] != '\n' && file[i] != '\r'; i++) {
      switch (file[i]) {
        case ',' -> commas++;
        case ';' -> semicolons++;
        case '\t' -> tabs++;
        default -> {}
      }
    }
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }
}
