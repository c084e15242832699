package anbinh.sightings.dictionary;

/// A plate as a number: six bits a character, the first character in the highest, so that numbers
/// sort as texts do. The number of the text reversed finds what plates end with.
public final class PlateCode {
  /// What stands on plates; the code of a character is its place here, counted from 1.
  public static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZĐ";

  /// Those of electric motorbikes are the longest: `29MĐ112345`.
  public static final int MAX_LENGTH = 10;

  static final int BITS = 6;
  static final int CODES = ALPHABET.length() + 1;
  private static final int MASK = (1 << BITS) - 1;

  private PlateCode() {}

  /// @param plate letters and digits
  /// @throws IllegalArgumentException where it is empty, longer, or has other characters
  public static long of(CharSequence plate) {
    if (!fits(plate)) {
      throw new IllegalArgumentException(
          "'%s' is no plate: 1 to %d letters and digits".formatted(plate, MAX_LENGTH));
    }
    long code = 0;
    for (int i = 0; i < plate.length(); i++) {
      code |= (long) of(plate.charAt(i)) << shift(i);
    }
    return code;
  }

  /// Whether it can be a number.
  public static boolean fits(CharSequence plate) {
    return plate.length() > 0
        && plate.length() <= MAX_LENGTH
        && plate.chars().allMatch(each -> of((char) each) > 0);
  }

  /// The code of a character; 0 where it stands on no plate.
  static int of(char character) {
    return ALPHABET.indexOf(character) + 1;
  }

  /// The character of a code.
  static char character(int code) {
    return ALPHABET.charAt(code - 1);
  }

  /// How many characters a plate has.
  static int length(long plate) {
    int length = 0;
    while (length < MAX_LENGTH && at(plate, length) > 0) {
      length++;
    }
    return length;
  }

  /// The code of the character at a place; 0 behind the last.
  static int at(long plate, int place) {
    return (int) (plate >>> shift(place)) & MASK;
  }

  static int shift(int place) {
    return BITS * (MAX_LENGTH - 1 - place);
  }

  public static String text(long plate) {
    StringBuilder text = new StringBuilder(MAX_LENGTH);
    int length = length(plate);
    for (int i = 0; i < length; i++) {
      text.append(character(at(plate, i)));
    }
    return text.toString();
  }

  /// The plate read from its end.
  static long reversed(long plate) {
    long reversed = 0;
    for (int i = 0; i < MAX_LENGTH && at(plate, i) > 0; i++) {
      reversed = reversed >>> BITS | (long) at(plate, i) << shift(0);
    }
    return reversed;
  }
}
