package anbinh.identity.people;

import anbinh.identity.password.Guessing;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and compares passwords, and says which are good enough.
///
/// Argon2id with 19 MiB, two passes, one lane (OWASP's first choice; RFC 9106): unlike bcrypt it
/// needs memory to guess and takes passwords of any length, also in Vietnamese, whose letters take
/// up to three bytes of bcrypt's 72. The prefix `{argon2}` in each hash leaves room for a
/// successor. Two hashes at most are computed at a time, so that sign-ins cannot use up the memory.
///
/// Long enough and not easily guessed ([Guessing]) are the only rules (NIST SP 800-63B §3.1.1); no
/// kinds of characters are asked for. Passwords are compared in Unicode form NFKC, since keyboards
/// write Vietnamese letters in different ways.
@Component
public class Passwords {
  static final int MIN_LENGTH = 12;
  static final int MAX_LENGTH = 256;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  private final Guessing guessing = new Guessing();
  private final Semaphore turns = new Semaphore(2);
  private final PasswordEncoder encoder;
  private volatile @Nullable String nobody;

  Passwords() {
    this(MEMORY_KIB, PASSES);
  }

  Passwords(int memoryKib, int passes) {
    encoder =
        new DelegatingPasswordEncoder(
            "argon2",
            Map.of(
                "argon2",
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes)));
  }

  public String hash(String password) {
    return inTurn(() -> String.valueOf(encoder.encode(normal(password))));
  }

  /// Compares with a person's hash; with null takes as long and says no, so that the time does not
  /// tell whether the person exists.
  public boolean matches(String password, @Nullable String hash) {
    String other = hash == null ? nobodysHash() : hash;
    boolean same = inTurn(() -> encoder.matches(normal(password), other));
    return same && hash != null;
  }

  /// What is wrong with a new password.
  public List<FieldProblem> problems(String field, String password, String username) {
    var problems = new FieldProblems();
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      problems.reject(field, "password-length", MIN_LENGTH, MAX_LENGTH);
    } else if (normal.toLowerCase(Locale.ROOT).equals(username)) {
      problems.reject(field, "password-is-username");
    } else if (guessing.isEasy(normal, username)) {
      problems.reject(field, "password-guessable");
    }
    return problems;
  }

  private String nobodysHash() {
    String hash = nobody;
    if (hash == null) {
      hash = hash("nobody has this password");
      nobody = hash;
    }
    return hash;
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
