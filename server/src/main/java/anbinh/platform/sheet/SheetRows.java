package anbinh.platform.sheet;

import anbinh.platform.FieldProblem;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A list's bytes taken apart: its titles, then its rows. It is a workbook (XLSX) or CSV, by its
/// first bytes and not by what its sender calls it.
///
/// @param <C> the columns of this sort of list
public final class SheetRows<C extends Enum<C> & SheetColumn> {
  /// What takes such a list says so of its body.
  public static final String CSV = "text/csv";

  /// The same.
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static final String FIELD = "file";
  static final int MOST_ROWS = 200_000;
  private static final int LONGEST_HEADING = 20;
  private static final int LETTERS = 26;

  private final Lines lines;
  private final Class<C> type;
  private final Map<C, Integer> places;
  private final int width;
  private int read;

  /// @throws Problem that says why it is no list of this sort
  public SheetRows(byte[] file, SheetWords<C> words) {
    this.type = words.type();
    this.lines = WorkbookLines.isWorkbook(file) ? new WorkbookLines(file) : new CsvLines(file);
    if (!hasNext()) {
      throw unreadable("list-empty");
    }
    List<String> titles = titles(words);
    this.width = titles.size();
    this.places = Map.copyOf(places(titles, words));
  }

  /// A row of cells.
  ///
  /// @param number as a spreadsheet numbers it
  /// @param faults of cells whose content cannot be trusted
  /// @param places of the columns, from 0
  /// @param overfull whether it has more cells than there are titles
  public record Row<C extends Enum<C> & SheetColumn>(
      int number,
      Map<C, String> cells,
      Map<C, Lines.Fault> faults,
      Map<C, Integer> places,
      boolean overfull) {
    public Row {
      cells = Map.copyOf(cells);
      faults = Map.copyOf(faults);
      places = Map.copyOf(places);
    }

    /// Such as `C17`; null where the list has no such column.
    public @Nullable String reference(C column) {
      Integer place = places.get(column);
      return place == null ? null : SheetRows.reference(place, number);
    }

    /// Empty where the list has no such cell.
    public String cell(C column) {
      return cells.getOrDefault(column, "");
    }
  }

  public boolean hasNext() {
    return lines.hasNext();
  }

  public Row<C> next() {
    Lines.Line line = lines.next();
    read++;
    if (read > MOST_ROWS) {
      throw unreadable("list-rows", MOST_ROWS);
    }
    Map<C, String> cells = new EnumMap<>(type);
    Map<C, Lines.Fault> faults = new EnumMap<>(type);
    places.forEach((column, place) -> {
      if (place < line.cells().size()) {
        Lines.Cell cell = line.cells().get(place);
        cells.put(column, cell.text());
        Lines.Fault fault = cell.fault();
        if (fault != null) {
          faults.put(column, fault);
        }
      }
    });
    return new Row<>(line.number(), cells, faults, places, line.cells().size() > width);
  }

  /// As it is kept: composed (NFC), however it came, and without blanks around it.
  static String written(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  /// The letters and the number of a cell, such as `C17`.
  static String reference(int place, int row) {
    var letters = new StringBuilder();
    for (int left = place; left >= 0; left = left / LETTERS - 1) {
      letters.insert(0, (char) ('A' + left % LETTERS));
    }
    return letters.append(row).toString();
  }

  /// The first line, or the first one below a heading that has titles in it.
  private List<String> titles(SheetWords<C> words) {
    List<String> first = texts(lines.next());
    List<String> titles = first;
    for (int skipped = 0; lines.hasHeading() && known(titles, words) < 2; skipped++) {
      if (skipped == LONGEST_HEADING || !lines.hasNext()) {
        return first;
      }
      titles = texts(lines.next());
    }
    return titles;
  }

  private static List<String> texts(Lines.Line line) {
    return line.cells().stream().map(Lines.Cell::text).toList();
  }

  private static long known(List<String> titles, SheetWords<?> words) {
    return titles.stream().filter(title -> words.findColumn(title).isPresent()).count();
  }

  private Map<C, Integer> places(List<String> titles, SheetWords<C> words) {
    Map<C, Integer> places = new EnumMap<>(type);
    List<String> unknown = new ArrayList<>();
    for (int place = 0; place < titles.size(); place++) {
      String title = titles.get(place);
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
    return places;
  }

  static Problem unreadable(String code, Object... arguments) {
    return Problem.of(PlatformProblem.LIST_UNREADABLE)
        .field(new FieldProblem(FIELD, code, List.of(arguments)));
  }
}
