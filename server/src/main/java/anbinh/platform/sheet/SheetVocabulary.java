package anbinh.platform.sheet;

import anbinh.platform.FoldedText;
import anbinh.platform.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of a sort of list: each column and choice is known by its code and by its name in each
/// language, whatever accents and capitals they are written with.
public final class SheetVocabulary<C extends Enum<C> & SheetColumn> {
  private final Messages messages;
  private final String prefix;
  private final Class<C> type;
  private final Map<String, C> columns = new HashMap<>();
  private final Map<C, Map<String, Enum<?>>> choices = new HashMap<>();

  /// @param prefix of the texts: `<prefix>.<column>` and `<prefix>.<column>.<CHOICE>`
  public SheetVocabulary(Messages messages, String prefix, Class<C> type) {
    this.messages = messages;
    this.prefix = prefix;
    this.type = type;
    for (C column : type.getEnumConstants()) {
      names(column.code(), columnKey(column)).forEach(name -> columns.put(name, column));
      Map<String, Enum<?>> known = new HashMap<>();
      for (Enum<?> choice : column.choices()) {
        names(choice.name(), choiceKey(column, choice)).forEach(name -> known.put(name, choice));
      }
      choices.put(column, known);
    }
  }

  Class<C> type() {
    return type;
  }

  public Optional<C> findColumn(String title) {
    return Optional.ofNullable(columns.get(FoldedText.words(title)));
  }

  public Optional<Enum<?>> findChoice(C column, String word) {
    return Optional.ofNullable(choices.getOrDefault(column, Map.of()).get(FoldedText.words(word)));
  }

  /// In the reader's language.
  public String title(SheetColumn column) {
    return messages.text(columnKey(column));
  }

  /// In the reader's language.
  public List<String> words(SheetColumn column) {
    return column.choices().stream()
        .map(choice -> messages.text(choiceKey(column, choice)))
        .toList();
  }

  private List<String> names(String code, String key) {
    List<String> names = new ArrayList<>();
    names.add(FoldedText.words(code));
    for (Locale language : Messages.LANGUAGES) {
      messages.find(key, language).map(FoldedText::words).ifPresent(names::add);
    }
    return names;
  }

  private String columnKey(SheetColumn column) {
    return prefix + "." + column.code();
  }

  private String choiceKey(SheetColumn column, Enum<?> choice) {
    return columnKey(column) + "." + choice.name();
  }
}
