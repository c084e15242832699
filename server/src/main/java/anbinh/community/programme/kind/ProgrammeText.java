package anbinh.community.programme.kind;

import anbinh.platform.FieldProblem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How texts of programmes are kept: composed, without blanks around them, and without what points
/// at a person.
public final class ProgrammeText {
  /// Telephone and identity numbers have nine digits or more, however they are grouped.
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .\\-]?\\d){8,}");

  /// Of money: `120.000.000`; no telephone number is grouped so, as it begins with 0.
  private static final Pattern AMOUNT = Pattern.compile("[1-9]\\d{0,2}(?:[. ]\\d{3})+");

  private ProgrammeText() {}

  /// A text that is needed; nothing but blanks of any kind is a problem of the field.
  public static String written(String field, String text, List<FieldProblem> problems) {
    String written = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (written.isBlank()) {
      problems.add(new FieldProblem(field, "required"));
    }
    return written;
  }

  public static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  /// Lines that are needed each; one that is there twice is a problem.
  public static List<String> lines(String field, List<String> texts, List<FieldProblem> problems) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String at = field + "[" + i + "]";
      String line = written(at, texts.get(i), problems);
      if (lines.contains(line) && !line.isBlank()) {
        problems.add(new FieldProblem(at, "programme-line-twice"));
      }
      lines.add(line);
    }
    return List.copyOf(lines);
  }

  /// Requires that no telephone or identity number stands in a text: programmes are kept at the
  /// level of groups.
  public static void requireNoNumbers(
      String field, @Nullable String text, List<FieldProblem> problems) {
    if (text != null && NUMBER.matcher(text).results().anyMatch(each -> !isAmount(each.group()))) {
      problems.add(new FieldProblem(field, "programme-personal-number"));
    }
  }

  private static boolean isAmount(String number) {
    return AMOUNT.matcher(number).matches();
  }
}
