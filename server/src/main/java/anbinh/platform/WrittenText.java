package anbinh.platform;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Text that somebody wrote in a form, as it is kept: without blanks around it, and composed
/// (Unicode NFC).
public final class WrittenText {
  private WrittenText() {}

  public static String of(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  /// Null where there is nothing but blanks of any kind.
  public static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : of(text);
  }

  /// Adds a problem where there is nothing but blanks of any kind.
  public static void require(String field, String text, FieldProblems problems) {
    if (text.isBlank()) {
      problems.reject(field, "required");
    }
  }
}
