package anbinh.community.team.unit;

import anbinh.platform.DataFolder;
import anbinh.platform.FieldProblem;
import anbinh.platform.SecretCipher;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is said in free words of a team's work: encrypted where it is kept, and refused where it
/// has a number by which somebody could be found. A team keeps no files on people (articles 5 and
/// 7). Safe for many threads.
@Component
public class WorkWords {
  /// Days are taken out first: with the blanks and points between their digits gone they would be
  /// numbers.
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)\\d{1,2}([./-])\\d{1,2}\\1(?:19|20)\\d{2}(?!\\d)");

  /// What people write between the digits of one number.
  private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)[ .\\u00a0()-]{1,2}(?=\\d)");

  /// Telephones and identity numbers that begin with a nought or the country, without what stood
  /// between their digits.
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(?:84\\d{9,10}|0\\d{8,11})(?!\\d)");

  /// Identity numbers in one piece or in threes; plates of motorbikes and cars, in small letters
  /// only where all five digits are there.
  private static final Pattern FINDS_SOMEBODY =
      Pattern.compile(
          "(?<!\\d)\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}(?:[ .-]?\\d{3})?(?!\\d)"
              + "|(?<![\\p{L}\\d])\\d{2}[ .-]?\\p{Lu}{1,2}\\d?[ .-]{0,3}\\d{3}[ .]?\\d{1,2}(?!\\d)"
              + "|(?<![\\p{L}\\d])\\d{2}[ .-]?[a-zđ]{1,2}\\d?[ .-]{0,3}\\d{3}[ .]?\\d{2}(?!\\d)");

  private final SecretCipher cipher;

  WorkWords(DataFolder data) {
    this.cipher = new SecretCipher(data.folder("community").resolve("team-words.key"));
  }

  public byte @Nullable [] encrypt(@Nullable String words) {
    return words == null ? null : cipher.encrypt(words);
  }

  public @Nullable String decrypt(byte @Nullable [] words) {
    return words == null ? null : cipher.decryptText(words);
  }

  public static boolean findsSomebody(String words) {
    String timeless = DAY.matcher(words).replaceAll("–");
    return FINDS_SOMEBODY.matcher(timeless).find()
        || NUMBER.matcher(BETWEEN.matcher(timeless).replaceAll("")).find();
  }

  /// Adds to the problems what is wrong with words about work.
  public static void require(String field, String words, List<FieldProblem> problems) {
    TeamForms.require(field, words, problems);
    if (findsSomebody(words)) {
      problems.add(new FieldProblem(field, "team-words-number"));
    }
  }
}
