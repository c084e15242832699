package anbinh.platform;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A reason in somebody's own words: at least twenty characters that say something. Whether it is a
/// good one is for a person to judge; this only stops what is no reason at all.
public final class WrittenReason {
  public static final int MIN_LENGTH = 20;
  public static final int MAX_LENGTH = 1000;
  private static final int MIN_WORDS = 3;
  private static final int MIN_LETTERS = 8;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private WrittenReason() {}

  /// The text without blanks around it.
  ///
  /// @throws Problem that names the field `reason`
  public static String of(String text) {
    String reason = BLANKS.matcher(text).replaceAll(" ").strip();
    int length = reason.codePointCount(0, reason.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw Problem.invalid("reason", "size", MAX_LENGTH, MIN_LENGTH);
    }
    String plain = NO_LETTERS.matcher(reason.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    long words = List.of(plain.split(" ", -1)).stream().distinct().count();
    long letters = plain.codePoints().filter(Character::isLetter).distinct().count();
    if (words < MIN_WORDS || letters < MIN_LETTERS) {
      throw Problem.invalid("reason", "says-nothing");
    }
    return reason;
  }
}
