package anbinh.mediation.cue;

import anbinh.mediation.cue.Phrase.Listed;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/// Phrases by the letters of their first words, so that each word of a text is compared with few.
final class PhraseIndex {
  private final Map<String, Set<Phrase>> byFirst = new HashMap<>();

  /// Those whose first word may have letters written in front of it.
  private final Set<Phrase> fronted = phrases();

  PhraseIndex(Collection<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      for (List<Listed> choice : phrase.parts().getFirst().choices()) {
        Word first = choice.getFirst().word();
        byFirst.computeIfAbsent(first.bare(), _ -> phrases()).add(phrase);
        if (first.isArabic()) {
          fronted.add(phrase);
        }
      }
    }
  }

  /// A set of phrases, told apart by where they stand in the list and not by their words.
  static Set<Phrase> phrases() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /// @param found takes each that is in a text, and where it begins, as often as it does
  void search(Text text, ObjIntConsumer<Phrase> found) {
    for (int at = 0; at < text.size(); at++) {
      for (Phrase phrase : candidates(text.words().get(at))) {
        if (phrase.end(text, at) >= 0) {
          found.accept(phrase, at);
        }
      }
    }
  }

  private Collection<Phrase> candidates(Word word) {
    return word.isArabic() ? fronted : byFirst.getOrDefault(word.bare(), Set.of());
  }
}
