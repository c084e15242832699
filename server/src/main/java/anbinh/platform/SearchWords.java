package anbinh.platform;

import java.util.List;
import java.util.regex.Pattern;

/// What somebody looks for in a list, the parameter `q`: words without accents, case and the
/// punctuation around them, each of which must stand somewhere in a row's text.
///
/// @param words folded as [FoldedText#of] does it; none of them is empty
/// @param impossible whether nothing is found, since what is sought has neither letters nor digits
public record SearchWords(List<String> words, boolean impossible) {
  public static final int MAX_LENGTH = 200;
  public static final int MAX_WORDS = 10;
  public static final SearchWords NONE = new SearchWords(List.of(), false);

  /// A word of one or two characters must begin a word of the text, so that `an` finds `Văn An` and
  /// not every `Tuấn`.
  private static final int LONGEST_PREFIX = 2;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern AROUND = Pattern.compile("^[\\p{P}&&[^%_]]+|[\\p{P}&&[^%_]]+$");
  private static final Pattern WILD = Pattern.compile("[\\\\%_]");

  public SearchWords {
    words = List.copyOf(words);
  }

  /// Reads the parameter `q`; one that is too long is a [Problem] that names it.
  public static SearchWords parse(String q) {
    if (q.length() > MAX_LENGTH) {
      throw Problem.invalid("q", "size", MAX_LENGTH, 0);
    }
    List<String> words =
        SPACE
            .splitAsStream(FoldedText.of(q))
            .filter(word -> READABLE.matcher(word).find())
            .map(word -> AROUND.matcher(word).replaceAll(""))
            .distinct()
            .toList();
    if (words.size() > MAX_WORDS) {
      throw Problem.invalid("q", "search-words", MAX_WORDS);
    }
    return new SearchWords(words, words.isEmpty() && !q.isBlank());
  }

  /// The same, cut at punctuation too: for texts that were kept by [FoldedText#words].
  public SearchWords parts() {
    return new SearchWords(
        words.stream()
            .flatMap(word -> SPACE.splitAsStream(FoldedText.words(word)))
            .distinct()
            .toList(),
        impossible);
  }

  /// Whether each word stands in a text, which need not be folded.
  public boolean isIn(String text) {
    String folded = " " + FoldedText.of(text);
    return !impossible
        && words.stream()
            .allMatch(word -> folded.contains(word.length() <= LONGEST_PREFIX ? " " + word : word));
  }

  /// What a text with a space before it must be `like`, so that the word stands in it.
  public static String pattern(String word) {
    String escaped = WILD.matcher(word).replaceAll("\\\\$0");
    return (word.length() <= LONGEST_PREFIX ? "% " : "%") + escaped + "%";
  }
}
