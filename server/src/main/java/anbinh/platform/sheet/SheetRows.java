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
  private static final int LONGEST_HEADING = 20;
  private static final int LETTERS = 26;

  private final Lines lines;
  private final Class<C> type;
  private final Map<C, Integer> places;
  private final int width;

  /// @throws Problem that says why it is no list of this sort
  public SheetRows(byte[] file, SheetWords<C> words) {
    this.type = words.type();
    this.places = new EnumMap<>(type);
    this.lines = WorkbookLines.isWorkbook(file) ? new WorkbookLines(file) : new CsvLines(file);
    if (!hasNext()) {
      throw unreadable("list-empty");
    }
    List<String> titles = titles(words);
    this.width = titles.size();
    readTitles(titles, words);
  }

  /// A row of cells.
  ///
  /// @param number as a spreadsheet numbers it
  /// @param faults of cells whose content cannot be trusted
  /// @param references of its cells, such as `C17`
  /// @param overfull whether it has more cells than there are titles
  public record Row<C extends Enum<C> & SheetColumn>(
      int number,
      Map<C, String> cells,
      Map<C, Lines.Fault> faults,
      Map<C, String> references,
      boolean overfull) {
    public Row {
      cells = Map.copyOf(cells);
      faults = Map.copyOf(faults);
      references = Map.copyOf(references);
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
    Map<C, String> cells = new EnumMap<>(type);
    Map<C, Lines.Fault> faults = new EnumMap<>(type);
    Map<C, String> references = new EnumMap<>(type);
    places.forEach((column, place) -> {
      references.put(column, reference(place, line.number()));
      if (place < line.cells().size()) {
        Lines.Cell cell = line.cells().get(place);
        cells.put(column, cell.text());
        Lines.Fault fault = cell.fault();
        if (fault != null) {
          faults.put(column, fault);
        }
      }
    });
    return new Row<>(line.number(), cells, faults, references, line.cells().size() > width);
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

  private void readTitles(List<String> titles, SheetWords<C> words) {
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
  }

  static Problem unreadable(String code, Object... arguments) {
    return Problem.of(PlatformProblem.LIST_UNREADABLE)
        .field(new FieldProblem(FIELD, code, List.of(arguments)));
  }
}
