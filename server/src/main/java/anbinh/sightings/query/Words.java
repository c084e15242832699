package anbinh.sightings.query;

import anbinh.platform.FoldedText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of all languages that mean something in a search, from `words.properties`: a meaning
/// such as `colour.RED` or `day.TUESDAY`, and the phrases for it with commas between them. What
/// stands behind the number of an hour is `unit.HOUR`.
final class Words {
  private static final String HOUR = "unit.HOUR";

  private final List<Phrase> phrases = new ArrayList<>();
  private final String hour;

  /// @param accented its words, each tone at the end of its word
  /// @param folded the same without accents
  /// @param kind before the dot: `class`, `colour`, `direction`, `day`, `part`, `date`, `noise`
  /// @param value behind it
  record Phrase(List<String> accented, List<String> folded, String kind, String value) {
    /// Whether words begin with it. Whoever writes no accents means all words that differ by them;
    /// whoever does, means one: `den` is black and until, `đến` is not black.
    boolean begins(List<Word> words) {
      if (words.size() < accented.size()) {
        return false;
      }
      for (int i = 0; i < accented.size(); i++) {
        Word word = words.get(i);
        boolean bare = word.accented().equals(word.folded()) && word.folded().equals(folded.get(i));
        if (!bare && !word.accented().equals(accented.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /// A word as it was typed, and folded.
  record Word(String raw, String accented, String folded) {
    static Word of(String raw) {
      return new Word(raw, FoldedText.accentedWords(raw), FoldedText.words(raw));
    }
  }

  Words() {
    Properties properties = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream("words.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hour =
        Arrays.stream(properties.getProperty(HOUR).split(",", -1))
            .flatMap(unit -> Stream.of(unit.strip(), FoldedText.words(unit)))
            .distinct()
            .sorted(Comparator.comparingInt(unit -> -unit.length()))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    properties.remove(HOUR);
    for (String meaning : properties.stringPropertyNames()) {
      String[] parts = meaning.split("\\.", 2);
      for (String phrase : properties.getProperty(meaning).split(",", -1)) {
        phrases.add(
            new Phrase(
                List.of(FoldedText.accentedWords(phrase).split(" ", -1)),
                List.of(FoldedText.words(phrase).split(" ", -1)),
                parts[0],
                parts[1]));
      }
    }
    phrases.sort(
        Comparator.comparingInt((Phrase each) -> -each.accented().size())
            .thenComparing(each -> String.join(" ", each.accented()))
            .thenComparing(Phrase::value));
  }

  /// A regular expression of the words for an hour.
  String hour() {
    return hour;
  }

  /// The longest come first. A phrase may mean several things, one after the other.
  List<Phrase> longestFirst() {
    return phrases;
  }
}
