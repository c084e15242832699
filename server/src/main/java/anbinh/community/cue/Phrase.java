package anbinh.community.cue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the list: words that follow each other, some with others between.
///
/// @param written as it stands there
/// @param family whether it counts in a family's matter only
/// @param not what must not follow; null for nothing
record Phrase(String written, boolean family, List<Part> parts, @Nullable Listed not) {
  private static final List<String> FRONTS =
      List.of("وال", "بال", "فال", "ال", "و", "ف", "ب", "ل", "س");

  private static final char ARABIC = '\u0600';

  Phrase {
    parts = List.copyOf(parts);
  }

  /// @param gap how many other words may stand before it
  /// @param choices one of these, each of one word or several
  record Part(int gap, List<List<Listed>> choices) {
    Part {
      choices = List.copyOf(choices);
    }
  }

  /// @param exact whether it must have its accents
  record Listed(Word word, boolean exact) {
    boolean is(Word written) {
      if (exact) {
        return written.equals(word);
      }
      return written.maybe(word) || isFronted(written);
    }

    private boolean isFronted(Word written) {
      return !written.bare().isEmpty()
          && written.bare().charAt(0) >= ARABIC
          && FRONTS.stream()
              .anyMatch(front ->
                  written.bare().length() > front.length() + 1
                      && written.bare().startsWith(front)
                      && written.without(front).maybe(word));
    }
  }

  /// Where it ends if it begins at a place of a text; -1 if it does not.
  ///
  /// @param text with [Word#NONE] for what was taken out
  int end(List<Word> text, int from) {
    return end(text, from, 0);
  }

  private int end(List<Word> text, int from, int part) {
    if (part == parts.size()) {
      return not != null && from < text.size() && not.is(text.get(from)) ? -1 : from;
    }
    Part next = parts.get(part);
    for (int at = from; at <= from + next.gap() && at < text.size(); at++) {
      for (List<Listed> choice : next.choices()) {
        if (isAt(text, at, choice)) {
          int end = end(text, at + choice.size(), part + 1);
          if (end >= 0) {
            return end;
          }
        }
      }
    }
    return -1;
  }

  private static boolean isAt(List<Word> text, int at, List<Listed> choice) {
    if (at + choice.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < choice.size(); i++) {
      if (!choice.get(i).is(text.get(at + i))) {
        return false;
      }
    }
    return true;
  }
}
