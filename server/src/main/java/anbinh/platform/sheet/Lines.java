package anbinh.platform.sheet;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a list in their order, whatever sort of file it is, as it stores them. Not
/// thread-safe.
sealed interface Lines extends Iterator<Lines.Line> permits CsvLines, WorkbookLines {
  /// Whether something else, such as a heading, may stand above the titles.
  boolean hasHeading();

  /// The next line.
  ///
  /// @throws anbinh.platform.Problem when the file cannot be read from here on
  @Override
  Line next();

  /// @param number as a spreadsheet numbers it
  record Line(int number, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// What stands in a place.
  ///
  /// @param fault why there is no text to trust; null where there is none
  /// @param runs its parts in their order, where a font from before Unicode shows any; else none
  /// @param bytes whether the text is bytes that are no UTF-8, as [LegacyText] has them
  record Cell(String text, @Nullable Fault fault, List<Run> runs, boolean bytes) {
    static final Cell EMPTY = new Cell("", null);

    public Cell {
      runs = List.copyOf(runs);
    }

    Cell(String text, @Nullable Fault fault) {
      this(text, fault, List.of(), false);
    }

    boolean isEmpty() {
      return fault == null && CellDecoder.strip(text).isEmpty();
    }
  }

  /// A part of a cell.
  ///
  /// @param font null where none from before Unicode shows it
  record Run(String text, @Nullable LegacyFont font) {}

  /// @param code its text is `field.<code>` in the messages
  record Fault(String code, List<Object> arguments) {
    public Fault {
      arguments = List.copyOf(arguments);
    }

    static Fault of(String code, Object... arguments) {
      return new Fault(code, List.of(arguments));
    }
  }
}
