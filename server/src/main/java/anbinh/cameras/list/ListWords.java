package anbinh.cameras.list;

import anbinh.platform.FoldedText;
import anbinh.platform.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The words of lists of cameras: each column and choice is known by its code and by its name in
/// each language, whatever accents and capitals they are written with.
@Component
class ListWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Messages messages;
  private final Map<String, ListColumn> columns = new HashMap<>();
  private final Map<ListColumn, Map<String, Enum<?>>> choices = new HashMap<>();

  ListWords(Messages messages) {
    this.messages = messages;
    for (ListColumn column : ListColumn.values()) {
      names(column.code(), columnKey(column)).forEach(name -> columns.put(name, column));
      Map<String, Enum<?>> known = new HashMap<>();
      for (Enum<?> choice : column.choices()) {
        names(choice.name(), choiceKey(column, choice)).forEach(name -> known.put(name, choice));
      }
      choices.put(column, known);
    }
  }

  Optional<ListColumn> findColumn(String title) {
    return Optional.ofNullable(columns.get(folded(title)));
  }

  Optional<Enum<?>> findChoice(ListColumn column, String word) {
    return Optional.ofNullable(choices.getOrDefault(column, Map.of()).get(folded(word)));
  }

  /// In the reader's language.
  String title(ListColumn column) {
    return messages.text(columnKey(column));
  }

  /// In the reader's language.
  List<String> words(ListColumn column) {
    return column.choices().stream()
        .map(choice -> messages.text(choiceKey(column, choice)))
        .toList();
  }

  private List<String> names(String code, String key) {
    List<String> names = new ArrayList<>();
    names.add(folded(code));
    for (Locale language : Messages.LANGUAGES) {
      messages.find(key, language).map(ListWords::folded).ifPresent(names::add);
    }
    return names;
  }

  private static String columnKey(ListColumn column) {
    return "camera-list." + column.code();
  }

  private static String choiceKey(ListColumn column, Enum<?> choice) {
    return columnKey(column) + "." + choice.name();
  }

  private static String folded(String text) {
    return BETWEEN.matcher(FoldedText.of(text)).replaceAll(" ").strip();
  }
}
