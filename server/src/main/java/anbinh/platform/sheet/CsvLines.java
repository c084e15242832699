package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The lines of a CSV file. Fields are separated by commas, semicolons or tabs, whichever the first
/// line that has anything has most of, as spreadsheets write them.
///
/// UTF-16, with a byte order mark or without, is told by its zeros. Everything else is taken apart
/// byte by byte, since what separates is the same in all encodings, and each cell is then UTF-8 or
/// some older encoding's bytes by itself.
final class CsvLines implements Lines {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final int BEGINNING = 4096;

  private final Iterator<CsvRecord> records;

  /// Line breaks within cells of the records before, which a spreadsheet does not count as rows.
  private int breaks;

  private @Nullable Line ahead;

  CsvLines(byte[] file) {
    byte[] bytes = utf8(file);
    int start = startsWith(bytes, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(bytes, start))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(rows(bytes, start));
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

  /// With one sort of line breaks: a row whose last cell has a carriage return alone is lost by the
  /// reader.
  private static String rows(byte[] bytes, int start) {
    return new String(bytes, start, bytes.length - start, ISO_8859_1)
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }

  private Line line(CsvRecord record) {
    List<String> fields = record.getFields();
    if (fields.size() > SheetRows.MAX_COLUMNS) {
      throw SheetRows.unreadable("list-columns", SheetRows.MAX_COLUMNS);
    }
    int number = Math.toIntExact(record.getStartingLineNumber()) - breaks;
    for (String field : fields) {
      breaks += (int) field.chars().filter(each -> each == '\n').count();
    }
    return new Line(number, fields.stream().map(CsvLines::cell).toList());
  }

  private static Cell cell(String field) {
    if (field.isEmpty()) {
      return Cell.EMPTY;
    }
    if (field.chars().allMatch(each -> each < 0x80)) {
      return new Cell(field, null);
    }
    byte[] bytes = field.getBytes(ISO_8859_1);
    try {
      return new Cell(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), null);
    } catch (CharacterCodingException older) {
      return new Cell(LegacyText.ofBytes(bytes), null, List.of(), true);
    }
  }

  /// The same file in UTF-8 where it is UTF-16; what is broken in it becomes U+FFFD, which no cell
  /// may have.
  private static byte[] utf8(byte[] file) {
    if (startsWith(file, UTF_16LE_MARK)) {
      return new String(file, 2, file.length - 2, UTF_16LE).getBytes(UTF_8);
    }
    if (startsWith(file, UTF_16BE_MARK)) {
      return new String(file, 2, file.length - 2, UTF_16BE).getBytes(UTF_8);
    }
    int[] zeros = new int[2];
    for (int i = 0; i < Math.min(file.length, BEGINNING); i++) {
      zeros[i % 2] += file[i] == 0 ? 1 : 0;
    }
    // A separator, a digit or a plain letter has one half that is zero, always the same one.
    int most = Math.max(zeros[0], zeros[1]);
    if (most * 8 < Math.min(file.length, BEGINNING) || most < 4 * Math.min(zeros[0], zeros[1])) {
      return file;
    }
    return new String(file, zeros[1] > zeros[0] ? UTF_16LE : UTF_16BE).getBytes(UTF_8);
  }

  private static boolean startsWith(byte[] file, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= file.length || file[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static char separator(byte[] file, int start) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    int first = start;
    while (first < file.length && Character.isWhitespace(file[first]) && file[first] != '\t') {
      first++;
    }
    for (int i = first; i < file.length && (quoted || (file[i] != '\n' && file[i] != '\r')); i++) {
      switch (file[i]) {
        case '"' -> quoted = !quoted;
        case ',' -> commas += quoted ? 0 : 1;
        case ';' -> semicolons += quoted ? 0 : 1;
        case '\t' -> tabs += quoted ? 0 : 1;
        default -> {}
      }
    }
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }
}
