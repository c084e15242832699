package anbinh.cameras.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a cell, or with a row as a whole.
///
/// @param row as a spreadsheet numbers it, the titles being row 1
/// @param column null for the whole row
/// @param code its text is `field.<code>` in the messages
record RowError(int row, @Nullable ListColumn column, String code, List<Object> arguments) {
  RowError {
    arguments = List.copyOf(arguments);
  }
}
