package anbinh.platform;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Text that somebody wrote in a form, as it is kept: without blanks around it, and composed
/// (Unicode NFC).
public final class WrittenText {
  private WrittenText() {}

  public static String of(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
  }

  /// No-break spaces are none for [Character#isWhitespace], and no tab is one for
  /// [Character#isSpaceChar].
  private static boolean isBlank(char one) {
    return Character.isWhitespace(one) || Character.isSpaceChar(one);
  }

  /// Null where there is nothing but blanks of any kind.
  public static @Nullable String orNull(@Nullable String text) {
    String written = text == null ? "" : of(text);
    return written.isEmpty() ? null : written;
  }

  /// The text without blanks around it.
  ///
  /// @param least how many characters it must have
  /// @param most how many it may have, which the request's own constraint holds; for the message
  /// @throws Problem that names the field
  public static String stripped(String field, String sent, int least, int most) {
    String text = sent.strip();
    if (text.codePointCount(0, text.length()) < least) {
      throw Problem.invalid(field, "size", most, least);
    }
    return text;
  }

  /// The text as it is kept; adds a problem where there is nothing but blanks of any kind.
  public static String require(String field, String text, FieldProblems problems) {
    String written = of(text);
    if (written.isEmpty()) {
      problems.reject(field, "required");
    }
    return written;
  }
}
