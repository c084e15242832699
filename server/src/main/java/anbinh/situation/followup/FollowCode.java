package anbinh.situation.followup;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// A follow-up code: 100 random bits by which who reported is let in again, as 20 digits of
/// Crockford's base 32 and his check symbol (<https://www.crockford.com/base32.html>), of which
/// only those are given out that are digits too. Whoever has it reads what an officer asks, so it
/// is never printed by the server.
///
/// @param digits without anything between them
public record FollowCode(String digits) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 20;
  private static final int GROUP = 4;
  private static final int BITS_OF_DIGIT = 5;
  private static final int CHECK = 37;

  /// Whatever somebody types is shorter.
  private static final int MAX_LENGTH = 100;

  /// The code of some bits; empty where its check symbol is none of the digits.
  ///
  /// @param random the first 100 bits of them
  static Optional<FollowCode> of(byte[] random) {
    int spare = random.length * Byte.SIZE - LENGTH * BITS_OF_DIGIT;
    BigInteger bits = new BigInteger(1, random).shiftRight(spare);
    var digits = new StringBuilder();
    for (int at = LENGTH - 1; at >= 0; at--) {
      digits.append(ALPHABET.charAt(bits.shiftRight(at * BITS_OF_DIGIT).intValue() & 31));
    }
    int check = check(digits);
    return check < ALPHABET.length()
        ? Optional.of(new FollowCode(digits.append(ALPHABET.charAt(check)).toString()))
        : Optional.empty();
  }

  /// What somebody typed: small letters, other groups, the digits of Arabic, and letters that look
  /// like digits are all the same; empty where it was mistyped.
  public static Optional<FollowCode> parse(String typed) {
    if (typed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var digits = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(point -> !isBetween(point))
        .forEach(point -> digits.append(digit(point)));
    boolean right =
        digits.length() == LENGTH + 1
            && digits.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0)
            && check(digits.subSequence(0, LENGTH)) == ALPHABET.indexOf(digits.charAt(LENGTH));
    return right ? Optional.of(new FollowCode(digits.toString())) : Optional.empty();
  }

  private static boolean isBetween(int point) {
    return Character.isWhitespace(point)
        || Character.getType(point) == Character.DASH_PUNCTUATION
        || Character.getType(point) == Character.FORMAT;
  }

  private static char digit(int point) {
    return switch (point) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default ->
          Character.isDigit(point)
              ? Character.forDigit(Character.digit(point, 10), 10)
              : Character.isBmpCodePoint(point) ? (char) point : '?';
    };
  }

  private static int check(CharSequence digits) {
    return digits.chars().reduce(0, (sum, each) -> (sum * 32 + ALPHABET.indexOf(each)) % CHECK);
  }

  /// As it is shown: five groups with a hyphen between two.
  public String shown() {
    var groups = new StringBuilder();
    for (int at = 0; at < LENGTH; at += GROUP) {
      groups.append(at == 0 ? "" : "-").append(digits, at, at + GROUP);
    }
    return groups.append(digits.charAt(LENGTH)).toString();
  }

  @Override
  public String toString() {
    return "FollowCode[…]";
  }
}
