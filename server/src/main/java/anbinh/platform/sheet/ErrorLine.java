package anbinh.platform.sheet;

import anbinh.platform.Messages;
import org.jspecify.annotations.Nullable;

/// What is wrong with a cell or a row, in the reader's language.
///
/// @param cell such as `C17`; null for the whole row, and where the list has no such cell
/// @param column the code of the column; null for the whole row
/// @param title of the column, in the reader's language
public record ErrorLine(
    int row,
    @Nullable String cell,
    @Nullable String column,
    @Nullable String title,
    String code,
    String message) {
  public static ErrorLine of(SheetError error, SheetVocabulary<?> words, Messages messages) {
    SheetColumn column = error.column();
    return new ErrorLine(
        error.row(),
        error.cell(),
        column == null ? null : column.code(),
        column == null ? null : words.title(column),
        error.code(),
        messages.text("field." + error.code(), error.arguments().toArray()));
  }
}
