package anbinh.situation.flag;

import anbinh.platform.FoldedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may be a person's name in a text: two to five words in a row that each begin with a capital
/// letter, as Vietnamese names do, and each shorter row within a longer one. Most are none; they
/// are hashed, and count only where somebody named the same as a person.
final class NamesInText {
  private static final int MIN_WORDS = 2;
  private static final int MAX = 5;
  private static final int ENOUGH = 200;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private NamesInText() {}

  /// Folded, as [FoldedText#words] has them.
  static Set<String> of(String text) {
    var found = new LinkedHashSet<String>();
    var row = new ArrayList<String>();
    Matcher words = WORD.matcher(text);
    int end = 0;
    while (words.find() && found.size() < ENOUGH) {
      if (!text.substring(end, words.start()).isBlank()) {
        row.clear();
      }
      end = words.end();
      if (!Character.isUpperCase(words.group().codePointAt(0))) {
        row.clear();
        continue;
      }
      row.add(FoldedText.of(words.group()));
      for (int count = MIN_WORDS; count <= Math.min(MAX, row.size()); count++) {
        found.add(String.join(" ", row.subList(row.size() - count, row.size())));
      }
    }
    return found;
  }
}
