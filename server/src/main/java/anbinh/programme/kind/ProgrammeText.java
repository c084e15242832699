package anbinh.programme.kind;

import anbinh.platform.FieldProblems;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.WrittenText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How texts of programmes are kept: composed, without blanks around them, and without what points
/// at a person.
public final class ProgrammeText {
  private ProgrammeText() {}

  /// A text that is needed; nothing but blanks of any kind is a problem of the field, and so is
  /// what points at a person.
  public static String written(String field, String text, FieldProblems problems) {
    String written = WrittenText.of(text);
    if (written.isBlank()) {
      problems.reject(field, "required");
    }
    requireNoNumbers(field, written, problems);
    return written;
  }

  /// A text that is not needed; what points at a person is a problem of the field.
  public static @Nullable String optional(
      String field, @Nullable String text, FieldProblems problems) {
    String written = WrittenText.orNull(text);
    requireNoNumbers(field, written, problems);
    return written;
  }

  /// Lines that are needed each; one that is there twice is a problem.
  public static List<String> lines(String field, List<String> texts, FieldProblems problems) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String at = field + "[" + i + "]";
      String line = written(at, texts.get(i), problems);
      if (lines.contains(line) && !line.isBlank()) {
        problems.reject(at, "programme-line-twice");
      }
      lines.add(line);
    }
    return List.copyOf(lines);
  }

  /// Requires that nothing stands in a text by which a person could be found: programmes are kept
  /// at the level of groups.
  public static void requireNoNumbers(String field, @Nullable String text, FieldProblems problems) {
    if (text != null && PersonalNumbers.areIn(text)) {
      problems.reject(field, "programme-personal-number");
    }
  }
}
