package anbinh.mediation.cue;

import anbinh.mediation.cue.Phrase.Listed;
import anbinh.mediation.cue.Phrase.Part;
import anbinh.mediation.cue.ViolenceCue.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list as it is read: phrases by what they tell of, those that tell of nothing, and how some
/// words are written in messages.
///
/// @param neutral taken out of a text before anything is sought in it
/// @param aliases what is written, and what it is read as; the longer ones first
/// @param kin whoever of a family is named
record CueList(
    Map<Category, List<Phrase>> phrases, List<Phrase> neutral, List<Alias> aliases, Phrase kin) {
  private static final String NEUTRAL = "NEUTRAL";
  private static final String PLAIN = "plain:";
  private static final String FAMILY = "family:";
  private static final String VICTIM = "VICTIM";

  record Alias(List<Listed> written, List<Word> read) {}

  /// @throws IllegalArgumentException that names the line, where it is not as the list's head says
  static CueList read(List<String> lines) {
    Map<String, List<List<Listed>>> classes = new HashMap<>();
    Map<Category, List<Phrase>> phrases = new EnumMap<>(Category.class);
    List<Phrase> neutral = new ArrayList<>();
    List<Alias> aliases = new ArrayList<>();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      try {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("class ")) {
          String[] sides = line.substring("class ".length()).split(" = ", 2);
          classes.put(sides[0], choices(sides[1].split(" \\| ", -1), false));
        } else if (line.startsWith("alias ")) {
          String[] sides = line.substring("alias ".length()).split(" = ", 2);
          aliases.add(
              new Alias(
                  Word.of(sides[0]).stream().map(each -> new Listed(each, true)).toList(),
                  Word.of(sides[1])));
        } else if (line.startsWith("[")) {
          section = line.substring(1, line.length() - 1);
        } else if (section.equals(NEUTRAL)) {
          boolean plain = line.startsWith(PLAIN);
          neutral.add(
              phrase(plain ? line.substring(PLAIN.length()).strip() : line, classes, !plain, true));
        } else {
          phrases
              .computeIfAbsent(Category.valueOf(section), _ -> new ArrayList<>())
              .add(phrase(line, classes, false, false));
        }
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("violence-cues.txt, line " + (i + 1) + ": " + line, e);
      }
    }
    aliases.sort((one, other) -> other.written().size() - one.written().size());
    return new CueList(phrases, neutral, aliases, phrase("{KIN}", classes, false, false));
  }

  private static List<List<Listed>> choices(String[] written, boolean accents) {
    List<List<Listed>> choices = new ArrayList<>();
    for (String each : written) {
      List<Listed> words = new ArrayList<>();
      for (String word : each.strip().split(" ", -1)) {
        words.add(listed(word, accents));
      }
      choices.add(words);
    }
    return choices;
  }

  private static Listed listed(String word, boolean accents) {
    boolean marked = word.startsWith("=");
    return new Listed(Word.one(marked ? word.substring(1) : word), marked || accents);
  }

  /// @param accents whether words must have theirs
  /// @param neutral whether it tells of nothing
  private static Phrase phrase(
      String line, Map<String, List<List<Listed>>> classes, boolean accents, boolean neutral) {
    boolean family = line.startsWith(FAMILY);
    String written = family ? line.substring(FAMILY.length()).strip() : line;
    List<Part> parts = new ArrayList<>();
    int gap = 0;
    @Nullable Listed not = null;
    for (String each : written.split(" ", -1)) {
      if (each.startsWith("~")) {
        gap = Integer.parseInt(each.substring(1));
      } else if (each.startsWith("-")) {
        not = listed(each.substring(1), false);
      } else if (each.startsWith("{")) {
        List<List<Listed>> named = classes.get(each.substring(1, each.length() - 1));
        if (named == null) {
          throw new IllegalArgumentException("no class " + each);
        }
        parts.add(new Part(gap, named));
        gap = 0;
      } else {
        String first = each.startsWith("=") ? "=" : "";
        String[] words = each.split("/", -1);
        for (int i = 1; i < words.length; i++) {
          words[i] = first + words[i];
        }
        parts.add(new Part(gap, choices(words, accents)));
        gap = 0;
      }
    }
    return new Phrase(
        written, family, parts, not, neutral ? classes.getOrDefault(VICTIM, List.of()) : List.of());
  }
}
