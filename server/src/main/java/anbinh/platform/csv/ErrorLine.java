package anbinh.platform.csv;

import anbinh.platform.Messages;
import org.jspecify.annotations.Nullable;

/// What is wrong with a cell or a row, in the reader's language.
///
/// @param column the code of the column; null for the whole row
/// @param title of the column, in the reader's language
public record ErrorLine(
    int row, @Nullable String column, @Nullable String title, String code, String message) {
  public static ErrorLine of(CsvError error, CsvWords<?> words, Messages messages) {
    CsvColumn column = error.column();
    return new ErrorLine(
        error.row(),
        column == null ? null : column.code(),
        column == null ? null : words.title(column),
        error.code(),
        messages.text("field." + error.code(), error.arguments().toArray()));
  }
}
