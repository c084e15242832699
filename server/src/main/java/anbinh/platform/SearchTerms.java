package anbinh.platform;

import java.util.List;
import java.util.regex.Pattern;

/// What somebody looks for in a list, the parameter `q`: words without accents, case and
/// punctuation, each of which must stand somewhere in a row's text, which is kept in the same way
/// ([FoldedText#words]). What stands together in `q` stands together in the text: `CAM-0412` finds
/// `CAM 0412` and `(cam/0412)`, and not `CAM-1, 0412`.
///
/// @param words of letters, digits and single spaces; none of them is empty
/// @param impossible whether nothing is found, since what is sought has neither letters nor digits
public record SearchTerms(List<String> words, boolean impossible) {
  public static final int MAX_LENGTH = 200;
  public static final int MAX_WORDS = 10;
  public static final SearchTerms NONE = new SearchTerms(List.of(), false);

  /// A word of one or two characters must begin a word of the text, so that `an` finds `Văn An` and
  /// not every `Tuấn`.
  private static final int MAX_PREFIX = 2;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  public SearchTerms {
    words = List.copyOf(words);
  }

  /// Reads the parameter `q`; one that is too long is a [Problem] that names it.
  public static SearchTerms parse(String q) {
    if (q.length() > MAX_LENGTH) {
      throw Problem.invalid("q", "size", MAX_LENGTH, 0);
    }
    List<String> words =
        SPACE
            .splitAsStream(q)
            .map(FoldedText::words)
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    if (words.size() > MAX_WORDS) {
      throw Problem.invalid("q", "search-words", MAX_WORDS);
    }
    return new SearchTerms(words, words.isEmpty() && !q.isBlank());
  }

  /// Whether each word stands in a text, which need not be folded.
  public boolean isIn(String text) {
    String folded = " " + FoldedText.words(text);
    return !impossible && words.stream().allMatch(word -> folded.contains(begun(word)));
  }

  /// What a text of [FoldedText#words] with a space before it must be `like`, so that the word
  /// stands in it.
  public static String pattern(String word) {
    return "%" + begun(word) + "%";
  }

  private static String begun(String word) {
    int end = word.indexOf(' ');
    return (end < 0 ? word.length() : end) <= MAX_PREFIX ? " " + word : word;
  }
}
