package anbinh.identity.factor;

import anbinh.identity.account.Accounts;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Codes to write down, each good for one sign-in when a phone or key is lost.
///
/// Only SHA-256 of each is kept: a code is 120 random bits, so unlike a password it cannot be
/// guessed from its hash, however fast that is. The person's identifier is hashed with it, so equal
/// codes would not look equal.
@Component
class RecoveryCodes {
  static final int COUNT = 10;

  /// 32 letters, five bits each, without those that look alike.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

  private static final int LENGTH = 24;
  private static final int GROUP = 4;

  private final SqlClient database;
  private final InstantSource clock;
  private final Accounts accounts;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(SqlClient database, InstantSource clock, Accounts accounts) {
    this.database = database;
    this.clock = clock;
    this.accounts = accounts;
  }

  /// Makes new ones in place of all the person had.
  List<String> renew(UUID person) {
    delete(person);
    List<String> codes = IntStream.range(0, COUNT).mapToObj(i -> newCode()).toList();
    for (String code : codes) {
      database.update(
          "insert into identity.recovery_code (person_id, hash) values (?, ?)",
          person,
          hash(person, code));
    }
    return codes;
  }

  /// Uses one up; false when it is none of theirs or was used before.
  boolean use(UUID person, String typed) {
    accounts.touch(person);
    int rows =
        database.update(
            """
            update identity.recovery_code set used_at = ?
            where person_id = ? and hash = ? and used_at is null
            """,
            clock.instant(),
            person,
            hash(person, typed));
    return rows == 1;
  }

  int left(UUID person) {
    return database.get(
        Integer.class,
        "select count(*) from identity.recovery_code where person_id = ? and used_at is null",
        person);
  }

  void delete(UUID person) {
    accounts.touch(person);
    database.update("delete from identity.recovery_code where person_id = ?", person);
  }

  private String newCode() {
    String letters =
        random
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining());
    return IntStream.range(0, LENGTH / GROUP)
        .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }

  private static byte[] hash(UUID person, String typed) {
    String code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return Hash.sha256((person + ":" + code).getBytes(StandardCharsets.UTF_8)).bytes();
  }
}
