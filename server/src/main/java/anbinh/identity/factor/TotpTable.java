package anbinh.identity.factor;

import anbinh.identity.account.Accounts;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// People's secrets for one-time passwords, encrypted.
@Component
class TotpTable {
  private final SqlClient database;
  private final SecretCipher cipher;
  private final Accounts accounts;

  TotpTable(SqlClient database, DataFolder data, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
    this.cipher = new SecretCipher(data.folder("identity").resolve("totp.key"));
  }

  Optional<Instant> findAdded(UUID person) {
    return database.find(
        Instant.class,
        "select added_at from identity.totp where person_id = ? and secret is not null",
        person);
  }

  /// Keeps a secret until the person has shown a code of it; one in use stays in use until then.
  void offer(UUID person, byte[] secret) {
    database.update(
        """
        insert into identity.totp (person_id, offered_secret) values (?, ?)
        on conflict (person_id) do update set offered_secret = excluded.offered_secret
        """,
        person,
        cipher.encrypt(secret));
  }

  /// Whether a secret is on offer.
  boolean offered(UUID person) {
    return findSecret(person, "offered_secret").isPresent();
  }

  /// Takes the offered secret into use when the code is made with it.
  boolean takeUp(UUID person, String code, Instant now) {
    OptionalLong step = match(person, "offered_secret", code, now);
    if (step.isEmpty()) {
      return false;
    }
    accounts.touch(person);
    int rows =
        database.update(
            """
            update identity.totp set secret = offered_secret, offered_secret = null,
              added_at = ?, last_step = ?
            where person_id = ? and offered_secret is not null
            """,
            now,
            step.getAsLong(),
            person);
    return rows == 1;
  }

  /// Takes a code at most once, also when two requests bring it at the same moment: later codes
  /// only, as RFC 6238 §5.2 asks.
  boolean use(UUID person, String code, Instant now) {
    OptionalLong step = match(person, "secret", code, now);
    if (step.isEmpty()) {
      return false;
    }
    int rows =
        database.update(
            "update identity.totp set last_step = ? where person_id = ? and last_step < ?",
            step.getAsLong(),
            person,
            step.getAsLong());
    return rows == 1;
  }

  boolean delete(UUID person) {
    accounts.touch(person);
    return database.update("delete from identity.totp where person_id = ?", person) > 0;
  }

  private OptionalLong match(UUID person, String column, String code, Instant now) {
    return findSecret(person, column)
        .map(secret -> Totp.match(secret, code, now))
        .orElse(OptionalLong.empty());
  }

  private Optional<byte[]> findSecret(UUID person, String column) {
    return database
        .find(
            byte[].class,
            "select "
                + column
                + " from identity.totp where person_id = ? and "
                + column
                + " is not null",
            person)
        .map(cipher::decrypt);
  }
}
