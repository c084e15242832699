package anbinh.community.situation.flag;

import anbinh.platform.FoldedText;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may be a person's name in a text: two to five words in a row that each begin with a capital
/// letter, as Vietnamese names do, and each shorter row within a longer one. Most are none; they
/// are hashed, and count only where somebody named the same as a person.
final class NamesInText {
  private static final int FEWEST = 2;
  private static final int MOST = 5;
  private static final int ENOUGH = 200;
  private static final Pattern ROW =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}]*(?:[ \\t]+\\p{Lu}[\\p{L}\\p{M}]*)+");

  private NamesInText() {}

  /// Folded, as [FoldedText#words] has them.
  static Set<String> of(String text) {
    var found = new LinkedHashSet<String>();
    Matcher rows = ROW.matcher(text);
    while (rows.find() && found.size() < ENOUGH) {
      String[] words = FoldedText.words(rows.group()).split(" ");
      for (int from = 0; from < words.length && found.size() < ENOUGH; from++) {
        var name = new StringBuilder(words[from]);
        for (int count = 2; count <= MOST && from + count <= words.length; count++) {
          name.append(' ').append(words[from + count - 1]);
          if (count >= FEWEST) {
            found.add(name.toString());
          }
        }
      }
    }
    return found;
  }
}
