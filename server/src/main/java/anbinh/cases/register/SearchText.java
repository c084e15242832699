package anbinh.cases.register;

import anbinh.platform.FoldedText;
import java.util.regex.Pattern;

/// Text as it is searched: without accents, case and punctuation, so that `ba thuoc` finds `Bá
/// Thước`.
final class SearchText {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SearchText() {}

  static String fold(String text) {
    return BETWEEN_WORDS.matcher(FoldedText.of(text)).replaceAll(" ").strip();
  }
}
