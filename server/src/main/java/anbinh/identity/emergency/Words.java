package anbinh.identity.emergency;

import anbinh.platform.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A reason in somebody's own words: at least twenty characters that say something. Whether it is a
/// good one is for a person to judge; this only stops what is no reason at all.
final class Words {
  static final int SHORTEST = 20;
  static final int LONGEST = 1000;
  private static final int LEAST_WORDS = 3;
  private static final int LEAST_LETTERS = 8;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Words() {}

  /// The text without blanks around it.
  ///
  /// @throws Problem that names the field `reason`
  static String reason(String text) {
    String reason = BLANKS.matcher(text).replaceAll(" ").strip();
    int length = reason.codePointCount(0, reason.length());
    if (length < SHORTEST || length > LONGEST) {
      throw Problem.invalid("reason", "size", LONGEST, SHORTEST);
    }
    String plain = NO_LETTERS.matcher(reason.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    long words = List.of(plain.split(" ", -1)).stream().distinct().count();
    long letters = plain.codePoints().filter(Character::isLetter).distinct().count();
    if (words < LEAST_WORDS || letters < LEAST_LETTERS) {
      throw Problem.invalid("reason", "says-nothing");
    }
    return reason;
  }
}
