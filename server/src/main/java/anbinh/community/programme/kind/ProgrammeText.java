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
  /// Telephone and identity numbers have nine digits or more, however they are grouped. A comma or
  /// semicolon with a blank after it separates two numbers.
  private static final Pattern NUMBER =
      Pattern.compile("\\d(?:(?:[^\\p{L}\\p{N},;]{1,3}|[,;])?\\d){8,}");

  /// Days, with or without their year: they may stand in a row.
  private static final Pattern DAY =
      Pattern.compile(
          "(?<![\\d/])(?:0?[1-9]|[12]\\d|3[01])"
              + "(?:([./\\-])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d{2}|/(?:0?[1-9]|1[0-2]))(?![\\d/])");

  /// Of money, with its unit; the end of a longer number before the word is none.
  private static final Pattern MONEY =
      Pattern.compile(
          "(?<!\\d[., ]{0,2})(?<![.,])[1-9]\\d{0,2}(?:[., ]\\d{3})+"
              + "(?=\\s*(?:đồng|vnđ|vnd|đ(?!\\p{L})))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Amounts in a row, each too short for a telephone number: `1.200.000 2.300.000`.
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "[1-9]\\d?(?:\\.\\d{3}){2}(?:[^\\p{L}\\p{N}.]{1,3}[1-9]\\d?(?:\\.\\d{3}){2})+");

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private ProgrammeText() {}

  /// A text that is needed; nothing but blanks of any kind is a problem of the field, and so is
  /// what points at a person.
  public static String written(String field, String text, List<FieldProblem> problems) {
    String written = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (written.isBlank()) {
      problems.add(new FieldProblem(field, "required"));
    }
    requireNoNumbers(field, written, problems);
    return written;
  }

  public static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  /// A text that is not needed; what points at a person is a problem of the field.
  public static @Nullable String optional(
      String field, @Nullable String text, List<FieldProblem> problems) {
    String written = stripped(text);
    requireNoNumbers(field, written, problems);
    return written;
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

  /// Requires that no telephone or identity number stands in a text, in digits of any script:
  /// programmes are kept at the level of groups.
  public static void requireNoNumbers(
      String field, @Nullable String text, List<FieldProblem> problems) {
    if (text == null) {
      return;
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    plain =
        DIGIT
            .matcher(plain)
            .replaceAll(each -> Integer.toString(Character.digit(each.group().codePointAt(0), 10)));
    plain = MONEY.matcher(DAY.matcher(plain).replaceAll("x")).replaceAll("x");
    if (NUMBER
        .matcher(plain)
        .results()
        .anyMatch(each -> !AMOUNTS.matcher(each.group()).matches())) {
      problems.add(new FieldProblem(field, "programme-personal-number"));
    }
  }
}
