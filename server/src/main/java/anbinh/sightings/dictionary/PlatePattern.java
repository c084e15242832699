package anbinh.sightings.dictionary;

import anbinh.vision.plate.Plates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is remembered of a plate: characters, `?` for one that is not known, `*` for any number of
/// them.
public final class PlatePattern {
  static final int ANY = -1;
  static final int ANY_NUMBER = -2;

  /// Place and a letter at least.
  private static final int UPPER_LINE = 3;

  /// Five digits, on old plates four.
  private static final int LOWER_LINE = 5;

  private static final int MIN_LOWER_LINE = 4;

  /// Codes of characters, [#ANY] and [#ANY_NUMBER].
  private final int[] tokens;

  private PlatePattern(int[] tokens) {
    this.tokens = tokens;
  }

  /// @param text with blanks, dots and dashes wherever they may be
  /// @throws IllegalArgumentException that says what is wrong with it
  public static PlatePattern of(String text) {
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < Math.min(text.length(), Plates.MAX_LENGTH); i++) {
      char character = text.charAt(i);
      if (character == '?') {
        tokens.add(ANY);
      } else if (character == '*') {
        if (tokens.isEmpty() || tokens.getLast() != ANY_NUMBER) {
          tokens.add(ANY_NUMBER);
        }
      } else {
        Plates.normalise(String.valueOf(character))
            .chars()
            .forEach(each -> tokens.add(PlateCode.of((char) each)));
      }
    }
    if (tokens.stream().noneMatch(token -> token > 0)) {
      throw new IllegalArgumentException("a plate needs at least one letter or digit");
    }
    if (tokens.stream().filter(token -> token != ANY_NUMBER).count() > PlateCode.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a plate has at most %d letters and digits".formatted(PlateCode.MAX_LENGTH));
    }
    return new PlatePattern(tokens.stream().mapToInt(Integer::intValue).toArray());
  }

  /// How many characters are remembered.
  public int remembered() {
    return (int) Arrays.stream(tokens).filter(token -> token > 0).count();
  }

  int length() {
    return tokens.length;
  }

  int token(int place) {
    return tokens[place];
  }

  /// Whether nothing is known of how it begins, nor of how it ends.
  boolean isOpen() {
    return tokens[0] == ANY_NUMBER && tokens[tokens.length - 1] == ANY_NUMBER;
  }

  /// Whether each character is known, so that it is a plate itself: that at its [#beginning].
  public boolean isWhole() {
    return known() == tokens.length;
  }

  /// How many characters stand in the upper line where the plate has two; 0 where not all are
  /// known.
  int upperLine() {
    return isWhole() && tokens.length >= UPPER_LINE + MIN_LOWER_LINE
        ? Math.max(UPPER_LINE, tokens.length - LOWER_LINE)
        : 0;
  }

  /// How many characters a plate has that matches, at least.
  int characters() {
    return (int) Arrays.stream(tokens).filter(token -> token != ANY_NUMBER).count();
  }

  /// With how many characters it begins that are known.
  int known() {
    int known = 0;
    while (known < tokens.length && tokens[known] > 0) {
      known++;
    }
    return known;
  }

  /// The least number of a plate that begins with the [#known] characters.
  public long beginning() {
    long beginning = 0;
    for (int i = 0; i < known(); i++) {
      beginning |= (long) tokens[i] << PlateCode.shift(i);
    }
    return beginning;
  }

  PlatePattern reversed() {
    int[] reversed = new int[tokens.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = tokens[tokens.length - 1 - i];
    }
    return new PlatePattern(reversed);
  }
}
