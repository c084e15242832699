package anbinh.mediation.cue;

import anbinh.mediation.cue.CueList.Alias;
import anbinh.mediation.cue.ViolenceCue.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seeks in a text what tells of violence, by the list of `violence-cues.txt`. What is found makes
/// another person look; what is not found says nothing. Safe for many threads.
@Component
public final class ViolenceCues {
  private static final String LIST = "violence-cues.txt";
  private static final Pattern CUT = Pattern.compile("(?<=\\p{L})[.*_·-](?=\\p{L})");

  private final CueList list;
  private final PhraseIndex index;
  private final PhraseIndex neutral;

  public ViolenceCues() {
    try (InputStream in = ViolenceCues.class.getResourceAsStream(LIST)) {
      String text =
          new String(Objects.requireNonNull(in, LIST).readAllBytes(), StandardCharsets.UTF_8);
      list = CueList.read(text.lines().toList());
      index =
          new PhraseIndex(
              Stream.concat(
                      list.phrases().values().stream().flatMap(List::stream), Stream.of(list.kin()))
                  .toList());
      neutral = new PhraseIndex(list.neutral());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that is found in some texts of one matter, each once, in the order of the list.
  ///
  /// @param family whether it is known to be a family's matter; else it is by who is named
  public List<ViolenceCue> find(Collection<String> texts, boolean family) {
    Set<Phrase> told = PhraseIndex.phrases();
    texts.stream()
        .flatMap(each -> Stream.of(each, glued(each)).distinct())
        .forEach(each -> index.search(read(each), (phrase, _) -> told.add(phrase)));
    boolean kin = family || told.contains(list.kin());
    Set<ViolenceCue> found = new LinkedHashSet<>();
    list.phrases()
        .forEach((category, phrases) -> {
          for (Phrase phrase : phrases) {
            if ((kin || !phrase.family()) && told.contains(phrase)) {
              found.add(new ViolenceCue(category, phrase.written()));
            }
          }
        });
    return List.copyOf(found);
  }

  /// Whether any is more than a quarrel in a family.
  public static boolean tellOfViolence(Collection<ViolenceCue> cues) {
    return cues.stream().anyMatch(each -> each.category() != Category.FAMILY);
  }

  /// `gi.ết`, `đ-ánh`: a word that was cut, with nothing but a sign between.
  private static String glued(String text) {
    return CUT.matcher(text).replaceAll("");
  }

  /// With [Word#NONE] for what tells of nothing.
  private Text read(String written) {
    List<Word> words = new ArrayList<>(aliased(Word.of(written)));
    Text text = Text.of(words);
    neutral.search(
        text,
        (phrase, at) -> {
          for (int i = at; i < phrase.end(text, at); i++) {
            words.set(i, Word.NONE);
          }
        });
    return text.with(words);
  }

  private List<Word> aliased(List<Word> written) {
    List<Word> read = new ArrayList<>();
    int at = 0;
    while (at < written.size()) {
      Alias alias = aliasAt(written, at);
      if (alias == null) {
        read.add(written.get(at));
        at++;
      } else {
        read.addAll(alias.read());
        at += alias.written().size();
      }
    }
    return read;
  }

  private @Nullable Alias aliasAt(List<Word> text, int at) {
    for (Alias each : list.aliases()) {
      if (at + each.written().size() <= text.size()) {
        boolean is = true;
        for (int i = 0; i < each.written().size(); i++) {
          is &= each.written().get(i).is(text.get(at + i), true);
        }
        if (is) {
          return each;
        }
      }
    }
    return null;
  }
}
