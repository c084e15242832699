package anbinh.platform.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a cell, or with a row as a whole.
///
/// @param row as a spreadsheet numbers it, the titles being row 1
/// @param cell such as `C17`; null for the whole row, and where the list has no such column
/// @param column null for the whole row
/// @param code its text is `field.<code>` in the messages
record SheetError(
    int row,
    @Nullable String cell,
    @Nullable SheetColumn column,
    String code,
    List<Object> arguments) {
  public SheetError {
    arguments = List.copyOf(arguments);
  }
}
