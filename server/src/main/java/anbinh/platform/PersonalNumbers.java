package anbinh.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Recognises numbers by which somebody could be found in free words: of telephones, of identity
/// cards and of vehicles, however they are grouped and in the digits of any script. Days and
/// amounts of money are none.
public final class PersonalNumbers {
  /// A telephone number as a form takes it.
  public static final String PHONE = "\\+?[0-9][0-9 .()-]{6,24}";

  /// Telephone and identity numbers have nine digits or more. A comma or semicolon with a blank
  /// after it separates two numbers.
  private static final Pattern NUMBER =
      Pattern.compile("\\d(?:(?:[^\\p{L}\\p{N},;]{1,3}|[,;])?\\d){8,}");

  /// Plates of motorbikes and cars, in small letters only where all five digits are there.
  private static final Pattern PLATE =
      Pattern.compile(
          "(?<![\\p{L}\\d])\\d{2}[ .-]?\\p{Lu}{1,2}\\d?[ .-]{0,3}\\d{3}[ .]?\\d{1,2}(?!\\d)"
              + "|(?<![\\p{L}\\d])\\d{2}[ .-]?[a-zđ]{1,2}\\d?[ .-]{0,3}\\d{3}[ .]?\\d{2}(?!\\d)");

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

  private PersonalNumbers() {}

  public static boolean areIn(String text) {
    String plain =
        DIGIT
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll(each -> Integer.toString(Character.digit(each.group().codePointAt(0), 10)));
    if (PLATE.matcher(plain).find()) {
      return true;
    }
    String numbers = MONEY.matcher(DAY.matcher(plain).replaceAll("x")).replaceAll("x");
    return NUMBER
        .matcher(numbers)
        .results()
        .anyMatch(each -> !AMOUNTS.matcher(each.group()).matches());
  }
}
