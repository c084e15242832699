package anbinh.platform.sheet;

import anbinh.platform.Inbound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cells of a row, read by the rules that all lists share; everything that is wrong is named.
/// Not thread-safe.
///
/// Numbers may have a comma for a point and digits of any script; days are `2026-11-24`,
/// `24/11/2026` or `24.11.2026`, or a spreadsheet's own.
public final class SheetCells<C extends Enum<C> & SheetColumn> {
  private static final int MAX_VALUE = 120;
  private static final int ASCII = 0x80;

  /// Beside what ASCII has.
  private static final String OF_NAMES = "–—‘’“”…•°\u00A0";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}(\\.[0-9]{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final SheetVocabulary<C> words;
  private final SheetRows.Row<C> row;
  private final Consumer<SheetError> errors;
  private boolean wrong;

  public SheetCells(SheetVocabulary<C> words, SheetRows.Row<C> row, Consumer<SheetError> errors) {
    this.words = words;
    this.row = row;
    this.errors = errors;
    if (row.overfull()) {
      reject(null, "list-row-overfull");
    }
  }

  /// As a spreadsheet numbers it.
  public int row() {
    return row.number();
  }

  /// Whether anything was rejected.
  public boolean wrong() {
    return wrong;
  }

  public boolean has(C column) {
    return !row.cell(column).isEmpty() || row.faults().containsKey(column);
  }

  /// Null when it is empty or wrong.
  public @Nullable String text(C column, int longest) {
    Lines.Fault fault = row.faults().get(column);
    if (fault != null) {
      reject(column, fault.code(), fault.arguments().toArray());
      return null;
    }
    String cell = row.cell(column);
    if (cell.isEmpty()) {
      if (column.required()) {
        reject(column, "required");
      }
      return null;
    }
    if (!Inbound.isPlain(cell)) {
      reject(column, "characters");
      return null;
    }
    if (cell.length() > longest) {
      reject(column, "list-too-long", longest);
      return null;
    }
    return cell;
  }

  /// The name of a person, a unit or a thing: letters of the Latin script, digits and what stands
  /// between words. A question mark in it is a letter that was lost.
  public @Nullable String name(C column, int longest) {
    String cell = text(column, longest);
    if (cell == null) {
      return null;
    }
    if (cell.indexOf('?') >= 0) {
      reject(column, "list-lost-letters");
      return null;
    }
    if (!cell.codePoints().allMatch(SheetCells::isOfName)) {
      reject(column, "list-name-letters");
      return null;
    }
    return cell;
  }

  private static boolean isOfName(int point) {
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.OTHER_LETTER ->
          Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
      case Character.NON_SPACING_MARK, Character.DECIMAL_DIGIT_NUMBER -> true;
      default -> (point >= ' ' && point < ASCII) || OF_NAMES.indexOf(point) >= 0;
    };
  }

  public @Nullable Integer whole(C column, int least, int most) {
    String cell = text(column, MAX_VALUE);
    if (cell == null) {
      return null;
    }
    String digits = plainDigits(cell);
    if (WHOLE.matcher(digits).matches()) {
      int value = Integer.parseInt(digits);
      if (value >= least && value <= most) {
        return value;
      }
    }
    reject(column, "list-whole", least, most);
    return null;
  }

  /// A number from `-most` to `most`.
  public @Nullable Double number(C column, int most) {
    String cell = text(column, MAX_VALUE);
    if (cell == null) {
      return null;
    }
    String digits = plainDigits(cell).replace(',', '.');
    if (NUMBER.matcher(digits).matches()) {
      double value = Double.parseDouble(digits);
      if (Math.abs(value) <= most) {
        return value;
      }
    }
    reject(column, "list-number", -most, most);
    return null;
  }

  public @Nullable LocalDate day(C column) {
    String cell = text(column, MAX_VALUE);
    if (cell == null) {
      return null;
    }
    String digits = plainDigits(cell);
    try {
      Optional<LocalDate> day =
          Inbound.date(
              digits.contains("-")
                  ? digits
                  : LocalDate.parse(digits.replace('.', '/'), DAY_FIRST).toString());
      if (day.isPresent()) {
        return day.get();
      }
    } catch (DateTimeException unreadable) {
      // Said below.
    }
    reject(column, "list-date");
    return null;
  }

  public <E extends Enum<E>> @Nullable E choice(C column, Class<E> type) {
    String cell = text(column, MAX_VALUE);
    if (cell == null) {
      return null;
    }
    Optional<E> choice = words.findChoice(column, cell).map(type::cast);
    if (choice.isEmpty()) {
      reject(column, "choice", String.join(", ", words.words(column)));
    }
    return choice.orElse(null);
  }

  public void reject(@Nullable C column, String code, Object... arguments) {
    wrong = true;
    errors.accept(
        new SheetError(
            row.number(),
            column == null ? null : row.reference(column),
            column,
            code,
            List.of(arguments)));
  }

  private static String plainDigits(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(point ->
            plain.appendCodePoint(
                Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
    return plain.toString();
  }
}
