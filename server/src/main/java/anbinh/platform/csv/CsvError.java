package anbinh.platform.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a cell, or with a row as a whole.
///
/// @param row as a spreadsheet numbers it, the titles being row 1
/// @param column null for the whole row
/// @param code its text is `field.<code>` in the messages
public record CsvError(int row, @Nullable CsvColumn column, String code, List<Object> arguments) {
  public CsvError {
    arguments = List.copyOf(arguments);
  }
}
