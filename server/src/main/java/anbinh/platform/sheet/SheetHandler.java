package anbinh.platform.sheet;

import anbinh.platform.sheet.Lines.Cell;
import anbinh.platform.sheet.Lines.Fault;
import anbinh.platform.sheet.Lines.Line;
import anbinh.platform.sheet.Lines.Run;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Reads the cells of a sheet. A number that is shown as a day is `2026-11-24`; one that is shown
/// with leading zeros has them. Cells that are joined hold one value for several rows, of which
/// nobody can say for which it was meant, so all of them are faults. Not thread-safe.
final class SheetHandler extends DefaultHandler {
  /// Those that are kept, the empty ones before the last of a row among them.
  private static final int MAX_CELLS = 3_000_000;

  private static final int MAX_MERGED = 20_000;
  private static final int MAX_LENGTH = 32_767;

  /// Words between the parts of a format, such as those of `dd" tháng "mm`.
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");

  private static final Pattern ZEROS = Pattern.compile("0{2,20}");

  private final SharedTexts strings;
  private final StylesTable styles;
  private final boolean since1904;
  private final SortedMap<Integer, List<Cell>> rows = new TreeMap<>();
  private final List<CellRangeAddress> merged = new ArrayList<>();
  private final Map<String, Optional<LegacyFont>> fonts = new HashMap<>();
  private final RichText inline = new RichText();
  private final StringBuilder text = new StringBuilder();
  private int number;
  private int place;
  private int width;
  private long cells;
  private long spoilt;
  private @Nullable String type;
  private @Nullable String style;
  private boolean formula;
  private boolean hearing;
  private boolean valued;

  SheetHandler(SharedTexts strings, StylesTable styles, boolean since1904) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
  }

  /// More than any list has.
  static final class TooLarge extends RuntimeException {}

  /// What was read, without empty lines.
  List<Line> lines() {
    merged.forEach(this::spoil);
    List<Line> lines = new ArrayList<>();
    rows.forEach((at, found) -> {
      int end = found.size();
      while (end > 0 && found.get(end - 1).isEmpty()) {
        end--;
      }
      if (end > 0) {
        lines.add(new Line(at, found.subList(0, end)));
      }
    });
    return lines;
  }

  @Override
  public void startElement(String space, String name, String prefixed, Attributes attributes) {
    switch (name) {
      case "row" -> {
        String at = attributes.getValue("r");
        number = at == null ? number + 1 : Integer.parseInt(at);
        place = -1;
      }
      case "c" -> {
        valued = false;
        String at = attributes.getValue("r");
        place = at == null ? place + 1 : new CellReference(at).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        formula = false;
        text.setLength(0);
      }
      case "f" -> formula = true;
      case "v" -> {
        hearing = true;
        valued = true;
      }
      case "is" -> inline.take();
      case "mergeCell" -> merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
      default -> {}
    }
    inline.start(name, attributes);
    if (merged.size() > MAX_MERGED) {
      throw new TooLarge();
    }
  }

  @Override
  public void characters(char[] from, int start, int length) {
    inline.characters(from, start, length);
    if (hearing) {
      text.append(from, start, length);
      if (text.length() > MAX_LENGTH) {
        throw new TooLarge();
      }
    }
  }

  @Override
  public void endElement(String space, String name, String prefixed) {
    inline.end(name);
    switch (name) {
      case "v" -> hearing = false;
      case "c" -> put(cell());
      default -> {}
    }
  }

  private void put(Cell cell) {
    if (cell.isEmpty()) {
      return;
    }
    List<Cell> row = rows.computeIfAbsent(number, _ -> new ArrayList<>());
    if (rows.size() > SheetRows.MAX_ROWS) {
      throw new TooLarge();
    }
    widen(row, place);
    width = Math.max(width, place + 1);
    row.set(place, cell);
  }

  /// Counts the cells that a row gets before it gets them.
  private void widen(List<Cell> some, int to) {
    if (to >= SheetRows.MAX_COLUMNS) {
      throw new TooLarge();
    }
    count(to + 1L - some.size());
    while (some.size() <= to) {
      some.add(Cell.EMPTY);
    }
  }

  private void count(long more) {
    cells += Math.max(0, more);
    if (cells > MAX_CELLS) {
      throw new TooLarge();
    }
  }

  private Cell cell() {
    String value = text.toString();
    if (formula && value.isEmpty() && !(valued && "str".equals(type))) {
      return fault("list-formula");
    }
    return switch (type) {
      case "s" -> rich(strings.get(Integer.parseInt(value.strip())));
      case "inlineStr" -> rich(inline.take());
      case "e" -> fault("list-cell-error", value);
      case "b" -> text(value.strip().equals("1") ? "TRUE" : "FALSE");
      case "d" -> text(value.replace("T00:00:00", ""));
      case null -> number(value.strip());
      case "n" -> number(value.strip());
      default -> text(value);
    };
  }

  private Cell text(String text) {
    return rich(List.of(new RichText.Part(text, null)));
  }

  /// With the fonts that show it, since some show letters from before Unicode. A word may be of
  /// several parts, so those of one font that follow each other are one.
  private Cell rich(List<RichText.Part> parts) {
    var whole = new StringBuilder();
    List<Run> runs = new ArrayList<>();
    boolean legacy = false;
    for (RichText.Part part : parts) {
      String name = part.font() == null ? font() : part.font();
      String unread = name == null ? null : LegacyFont.unread(name);
      if (unread != null
          && !LegacyText.words(part.text()).isEmpty()
          && !LegacyText.isVietnamese(TextEncoding.UNICODE, part.text())) {
        return fault("list-font-unread", unread);
      }
      LegacyFont font =
          name == null
              ? null
              : fonts
                  .computeIfAbsent(name, each -> Optional.ofNullable(LegacyFont.find(each)))
                  .orElse(null);
      Run last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && Objects.equals(last.font(), font)) {
        runs.set(runs.size() - 1, new Run(last.text() + part.text(), font));
      } else {
        runs.add(new Run(part.text(), font));
      }
      whole.append(part.text());
      legacy |= font != null;
    }
    return new Cell(whole.toString(), null, legacy ? runs : List.of(), false);
  }

  private @Nullable String font() {
    XSSFCellStyle shown = style == null ? null : styles.getStyleAt(Integer.parseInt(style));
    return shown == null ? null : styles.getFontAt(shown.getFontIndex()).getFontName();
  }

  private Cell number(String value) {
    if (value.isEmpty()) {
      return Cell.EMPTY;
    }
    double number = Double.parseDouble(value);
    String format = null;
    if (style != null) {
      XSSFCellStyle shown = styles.getStyleAt(Integer.parseInt(style));
      if (shown != null) {
        format = shown.getDataFormatString();
        if (DateUtil.isADateFormat(shown.getDataFormat(), LITERAL.matcher(format).replaceAll(""))) {
          return day(number, value);
        }
      }
    }
    String digits = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    if (format != null && ZEROS.matcher(format).matches() && digits.matches("[0-9]+")) {
      digits = "0".repeat(Math.max(0, format.length() - digits.length())) + digits;
    }
    return text(digits);
  }

  private Cell day(double number, String value) {
    if (!DateUtil.isValidExcelDate(number)) {
      return text(value);
    }
    LocalDateTime moment = DateUtil.getLocalDateTime(number, since1904);
    return text(
        moment.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? moment.toLocalDate().toString()
            : moment.toString());
  }

  /// Says of each cell of joined ones that it is, as far as there are cells: what a range covers
  /// besides makes none.
  private void spoil(CellRangeAddress range) {
    Cell joined = fault("list-merged", range.formatAsString());
    int first = range.getFirstColumn();
    if (first >= width) {
      return;
    }
    int last = Math.min(range.getLastColumn(), width - 1);
    for (List<Cell> found : rows.subMap(range.getFirstRow() + 1, range.getLastRow() + 2).values()) {
      spoilt += 1L + last - first;
      if (spoilt > MAX_CELLS) {
        throw new TooLarge();
      }
      widen(found, last);
      for (int at = first; at <= last; at++) {
        found.set(at, new Cell(found.get(at).text(), joined.fault()));
      }
    }
  }

  private static Cell fault(String code, Object... arguments) {
    return new Cell("", new Fault(code, List.of(arguments)));
  }
}
