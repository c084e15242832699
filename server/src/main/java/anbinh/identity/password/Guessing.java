package anbinh.identity.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says how many tries a password would take somebody who guesses as people choose: common
/// passwords and words first, with digits and signs in the usual places, rows of keys, years,
/// repetitions (zxcvbn, D. Wheeler, USENIX Security 2016), and the words that stand near here.
///
/// The lists take ten megabytes and are needed when somebody chooses a password, so they are let go
/// when memory is short. Safe for many threads.
public final class Guessing {
  /// Fewer tries than ten to this are too few.
  private static final double ENOUGH = 9;

  /// What is looked at: more takes long and makes no weak password strong.
  private static final int MAX_LENGTH = 64;

  /// What somebody who guesses at this office tries beside the common words.
  private static final List<String> NEAR =
      List.of(
          "an binh",
          "anbinh",
          "an bình",
          "cong an",
          "congan",
          "công an",
          "mat khau",
          "matkhau",
          "mật khẩu",
          "viet nam",
          "vietnam",
          "việt nam",
          "thanh hoa",
          "thanhhoa",
          "thanh hóa",
          "camera",
          "admin",
          "quantri",
          "giamsat",
          "anninh",
          "an ninh");

  private SoftReference<@Nullable Zxcvbn> lists = new SoftReference<>(null);

  /// @param username whose password it is to be
  public boolean isEasy(String password, String username) {
    var near = new ArrayList<>(NEAR);
    near.add(username.toLowerCase(Locale.ROOT));
    String looked = password.substring(0, Math.min(password.length(), MAX_LENGTH));
    return lists().measure(looked, near).getGuessesLog10() < ENOUGH;
  }

  private synchronized Zxcvbn lists() {
    Zxcvbn present = lists.get();
    if (present == null) {
      present = new Zxcvbn();
      lists = new SoftReference<>(present);
    }
    return present;
  }
}
