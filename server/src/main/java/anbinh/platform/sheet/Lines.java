package anbinh.platform.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a list in their order, whatever sort of file it is. Not thread-safe.
sealed interface Lines permits CsvLines, WorkbookLines {
  /// Whether something else, such as a heading, may stand above the titles.
  boolean hasHeading();

  boolean hasNext();

  /// The next line.
  ///
  /// @throws anbinh.platform.Problem when the file cannot be read from here on
  Line next();

  /// @param number as a spreadsheet numbers it
  record Line(int number, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// What stands in a place.
  ///
  /// @param text composed (NFC), without blanks around it
  /// @param fault why there is no text to trust; null where there is none
  record Cell(String text, @Nullable Fault fault) {
    static final Cell EMPTY = new Cell("", null);

    boolean isEmpty() {
      return text.isEmpty() && fault == null;
    }
  }

  /// @param code its text is `field.<code>` in the messages
  record Fault(String code, List<Object> arguments) {
    public Fault {
      arguments = List.copyOf(arguments);
    }
  }
}
