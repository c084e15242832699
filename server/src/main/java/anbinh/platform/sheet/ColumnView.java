package anbinh.platform.sheet;

import java.util.Arrays;
import java.util.List;

/// What a column of a list is called and may hold.
///
/// @param code as it may stand in the first row, in every language
/// @param title the same in the reader's language
/// @param choices what may stand in it, in the reader's language; empty when anything may
record ColumnView(String code, String title, boolean required, List<String> choices) {
  public ColumnView {
    choices = List.copyOf(choices);
  }

  public static <C extends Enum<C> & SheetColumn> List<ColumnView> all(SheetVocabulary<C> words) {
    return Arrays.stream(words.type().getEnumConstants())
        .map(column ->
            new ColumnView(
                column.code(), words.title(column), column.required(), words.words(column)))
        .toList();
  }
}
