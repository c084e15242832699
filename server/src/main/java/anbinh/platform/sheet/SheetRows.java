package anbinh.platform.sheet;

import anbinh.platform.FieldProblem;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A list taken apart: its titles, then its rows.
///
/// @param <C> the columns of this sort of list
public final class SheetRows<C extends Enum<C> & SheetColumn> {
  /// What takes such a list says so of its body.
  public static final String CSV = "text/csv";

  /// The same.
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static final String FIELD = "file";
  static final int MAX_ROWS = 200_000;
  static final int MAX_COLUMNS = 500;
  private static final int MAX_HEADING = 20;
  private static final int LETTERS = 26;

  /// Of an address, say.
  private static final int MAX_LINES = 5;

  /// An address in a list of few columns may have some.
  private static final int SEPARATORS = 4;

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*(?:\r\n|\n|\r)\\s*");

  private final Lines lines;
  private final CellDecoder decoder;
  private final Class<C> type;
  private final Map<C, Integer> places;
  private final int width;
  private int read;

  /// @throws Problem that says why it is no list of this sort
  public SheetRows(SheetFile file, SheetVocabulary<C> words) {
    this.type = words.type();
    this.lines = file.lines();
    this.decoder = file.decoder();
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
    if (read > MAX_ROWS) {
      throw unreadable("list-rows", MAX_ROWS);
    }
    Map<C, String> cells = new EnumMap<>(type);
    Map<C, Lines.Fault> faults = new EnumMap<>(type);
    places.forEach((column, place) -> {
      if (place < line.cells().size()) {
        CellDecoder.Decoded cell = decoder.decode(line.cells().get(place), place, line.number());
        Lines.Fault fault = cell.fault() == null ? swallowed(cell.text()) : cell.fault();
        cells.put(column, LINE_BREAK.matcher(cell.text()).replaceAll(" "));
        if (fault != null) {
          faults.put(column, fault);
        }
      }
    });
    return new Row<>(line.number(), cells, faults, places, line.cells().size() > width);
  }

  /// A quotation mark that is not closed lets the rows behind it end up in the cell: then it has as
  /// many separators as a row.
  private Lines.@Nullable Fault swallowed(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return null;
    }
    String[] lines = LINE_BREAK.split(text, -1);
    long all = 0;
    boolean row = false;
    for (int i = 0; i < lines.length; i++) {
      long separators = lines[i].chars().filter(each -> ",;\t".indexOf(each) >= 0).count();
      all += separators;
      row |= i > 0 && separators >= Math.max(1, width - 1);
    }
    return row || all >= Math.max(SEPARATORS, width - 1) || lines.length > MAX_LINES
        ? Lines.Fault.of("list-line-break")
        : null;
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
  private List<String> titles(SheetVocabulary<C> words) {
    List<String> first = texts(lines.next(), decoder, words);
    List<String> titles = first;
    for (int skipped = 0; lines.hasHeading() && known(titles, words) < 2; skipped++) {
      if (skipped == MAX_HEADING || !lines.hasNext()) {
        return first;
      }
      titles = texts(lines.next(), decoder, words);
    }
    return titles;
  }

  /// Titles are often written anew above a list that is not: as they are stored where that is a
  /// title.
  private static List<String> texts(
      Lines.Line line, CellDecoder decoder, SheetVocabulary<?> words) {
    return line.cells().stream()
        .map(decoder::read)
        .map(cell -> words.findColumn(cell.stored()).isPresent() ? cell.stored() : cell.text())
        .toList();
  }

  private static long known(List<String> titles, SheetVocabulary<?> words) {
    return titles.stream().filter(title -> words.findColumn(title).isPresent()).count();
  }

  private Map<C, Integer> places(List<String> titles, SheetVocabulary<C> words) {
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

  /// That a file is no list, as a whole.
  public static Problem unreadable(String code, Object... arguments) {
    return Problem.of(PlatformProblem.LIST_UNREADABLE)
        .field(new FieldProblem(FIELD, code, List.of(arguments)));
  }
}
