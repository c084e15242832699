package anbinh.platform.csv;

import anbinh.platform.FieldProblem;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A list's bytes taken apart: its titles, then its rows. Fields are separated by commas,
/// semicolons or tabs, whichever the row of titles has most of, as spreadsheets write them.
///
/// @param <C> the columns of this sort of list
public final class CsvRows<C extends Enum<C> & CsvColumn> {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String FIELD = "file";

  private final Iterator<CsvRecord> records;
  private final Class<C> type;
  private final Map<C, Integer> places;
  private final int width;

  /// @throws Problem that says why it is no list of this sort
  public CsvRows(byte[] file, CsvWords<C> words) {
    this.type = words.type();
    this.places = new EnumMap<>(type);
    int start = startsWithMark(file) ? BYTE_ORDER_MARK.length : 0;
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(file, start))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(new StrictUtf8(file, start));
    this.records = reader.iterator();
    if (!hasNext()) {
      throw unreadable("list-empty");
    }
    List<String> titles = records.next().getFields();
    this.width = titles.size();
    readTitles(titles, words);
  }

  /// A row of cells.
  ///
  /// @param number as a spreadsheet numbers it
  /// @param overfull whether it has more cells than there are titles
  public record Row<C extends Enum<C> & CsvColumn>(
      int number, Map<C, String> cells, boolean overfull) {
    public Row {
      cells = Map.copyOf(cells);
    }

    /// Empty where the list has no such cell.
    public String cell(C column) {
      return cells.getOrDefault(column, "");
    }
  }

  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      throw unreadable("list-parse").because(e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof StrictUtf8.NotUtf8 bad
          ? unreadable("list-utf8", bad.line()).because(e)
          : e;
    }
  }

  public Row<C> next() {
    CsvRecord record = records.next();
    Map<C, String> cells = new EnumMap<>(type);
    places.forEach((column, place) -> {
      if (place < record.getFieldCount()) {
        cells.put(column, record.getField(place).strip());
      }
    });
    return new Row<>(
        Math.toIntExact(record.getStartingLineNumber()), cells, record.getFieldCount() > width);
  }

  private void readTitles(List<String> titles, CsvWords<C> words) {
    List<String> unknown = new ArrayList<>();
    for (int place = 0; place < titles.size(); place++) {
      String title = titles.get(place).strip();
      C column = words.findColumn(title).orElse(null);
      if (column == null) {
        unknown.add(title);
      } else if (places.put(column, place) != null) {
        throw unreadable("list-column-twice", words.title(column));
      }
    }
    if (!unknown.isEmpty()) {
      throw unreadable("list-column-unknown", String.join(", ", unknown));
    }
    String missing =
        Arrays.stream(type.getEnumConstants())
            .filter(column -> column.required() && !places.containsKey(column))
            .map(words::title)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw unreadable("list-column-missing", missing);
    }
  }

  private static Problem unreadable(String code, Object... arguments) {
    return Problem.of(PlatformProblem.LIST_UNREADABLE)
        .field(new FieldProblem(FIELD, code, List.of(arguments)));
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
