package anbinh.mediation.cue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the list: words that follow each other, some with others between.
///
/// @param written as it stands there
/// @param family whether it counts in a family's matter only
/// @param not what must not follow; null for nothing
/// @param unskipped what never stands between, each of one word
record Phrase(
    String written,
    boolean family,
    List<Part> parts,
    @Nullable Listed not,
    List<List<Listed>> unskipped) {
  private static final List<String> FRONTS =
      List.of("وال", "بال", "فال", "ال", "و", "ف", "ب", "ل", "س");

  Phrase {
    parts = List.copyOf(parts);
    unskipped = List.copyOf(unskipped);
  }

  /// @param gap how many other words may stand before it
  /// @param choices one of these, each of one word or several
  record Part(int gap, List<List<Listed>> choices) {
    Part {
      choices = List.copyOf(choices);
    }
  }

  /// @param exact whether it must have its accents; one that has none of its own is then found only
  ///   where other words of the text have theirs, since `dao` is also how `đào` is written without
  record Listed(Word word, boolean exact) {
    boolean is(Word written, boolean accented) {
      if (exact) {
        return written.equals(word) && (accented || word.isAccented());
      }
      return written.maybe(word) || isFronted(written);
    }

    private boolean isFronted(Word written) {
      return written.isArabic()
          && FRONTS.stream()
              .anyMatch(front ->
                  written.bare().length() > front.length() + 1
                      && written.bare().startsWith(front)
                      && written.without(front).maybe(word));
    }
  }

  /// Where it ends if it begins at a place of a text; -1 if it does not.
  int end(Text text, int from) {
    return end(text, from, 0);
  }

  private int end(Text text, int from, int part) {
    if (part == parts.size()) {
      return not != null && text.isAt(from, not) ? -1 : from;
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
      if (isUnskipped(text, at)) {
        break;
      }
    }
    return -1;
  }

  private boolean isUnskipped(Text text, int at) {
    return unskipped.stream().anyMatch(each -> isAt(text, at, each));
  }

  private static boolean isAt(Text text, int at, List<Listed> choice) {
    for (int i = 0; i < choice.size(); i++) {
      if (!text.isAt(at + i, choice.get(i))) {
        return false;
      }
    }
    return true;
  }
}
