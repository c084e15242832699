package anbinh.mediation.cue;

import java.util.List;

/// The words of a text in their order, with [Word#NONE] for what was taken out.
///
/// @param accented whether any of it was written with accents
record Text(List<Word> words, boolean accented) {
  Text {
    words = List.copyOf(words);
  }

  static Text of(List<Word> words) {
    return new Text(words, words.stream().anyMatch(Word::isAccented));
  }

  Text with(List<Word> others) {
    return new Text(others, accented);
  }

  int size() {
    return words.size();
  }

  boolean isAt(int at, Phrase.Listed listed) {
    return at < words.size() && listed.is(words.get(at), accented);
  }
}
