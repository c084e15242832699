package anbinh.teamwork;

import anbinh.platform.DataFolder;
import anbinh.platform.FieldProblems;
import anbinh.platform.PersonalNumbers;
import anbinh.platform.WrittenText;
import anbinh.platform.secret.SecretCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is said in free words of a team's work: encrypted where it is kept, and refused where it
/// has a number by which somebody could be found. A team keeps no files on people (articles 5 and
/// 7). Safe for many threads.
@Component
public class WorkNotes {
  private final SecretCipher cipher;

  WorkNotes(DataFolder data) {
    this.cipher = new SecretCipher(data.folder("teamwork").resolve("notes.key"));
  }

  public byte @Nullable [] encrypt(@Nullable String words) {
    return words == null ? null : cipher.encrypt(words);
  }

  public @Nullable String decrypt(byte @Nullable [] words) {
    return words == null ? null : cipher.decryptText(words);
  }

  /// Words about work as they are kept; adds to the problems what is wrong with them.
  public static String require(String field, String words, FieldProblems problems) {
    String written = WrittenText.require(field, words, problems);
    if (PersonalNumbers.areIn(written)) {
      problems.reject(field, "team-words-number");
    }
    return written;
  }
}
