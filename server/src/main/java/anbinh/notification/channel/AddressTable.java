package anbinh.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.notification.Channel;
import anbinh.platform.DataFolder;
import anbinh.platform.message.Failure;
import anbinh.platform.secret.KeyedHash;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `notification.address`, what they lead to encrypted under a key of its own. Safe for
/// many threads.
@Repository
class AddressTable {
  private static final int SOME = 100;
  private static final String SELECT =
      """
      select id, person_id, channel, label, urgent_only, added_at, code_until, code_tries,
        confirmed_at, due_at, message, attempts, sent_at, failure
      from notification.address
      """;

  private final SqlClient database;
  private final SecretCipher cipher;
  private final KeyedHash hash;

  AddressTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("notification").resolve("address.key"));
    this.hash = new KeyedHash(data.folder("notification").resolve("address-hash.key"));
  }

  void insert(Address address, String target) {
    database.update(
        """
        insert into notification.address (id, person_id, channel, target_hash, target_cipher, label,
          urgent_only, added_at, code_until, confirmed_at, due_at)
        values (:id, :personId, :channel, :hash, :cipher, :label, :urgentOnly, :addedAt, :codeUntil,
          :confirmedAt, :dueAt)
        """,
        Values.of(address)
            .and("hash", hash.of(target))
            .and("cipher", cipher.encrypt(target.getBytes(UTF_8))));
  }

  /// The addresses of somebody, in the order in which they were added.
  List<Address> list(UUID person) {
    return database.list(Address.class, SELECT + "where person_id = ? order by id", person);
  }

  /// Serialises what is added to a person's addresses until the transaction ends.
  void lock(UUID person) {
    database.list(
        String.class,
        "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
        "notification.address " + person);
  }

  Optional<Address> find(UUID id) {
    return database.find(Address.class, SELECT + "where id = ?", id);
  }

  Optional<Address> findForUpdate(UUID id) {
    return database.find(Address.class, SELECT + "where id = ? for update", id);
  }

  Optional<Address> find(UUID person, Channel channel, String target) {
    return database.find(
        Address.class,
        SELECT + "where person_id = ? and channel = ? and target_hash = ?",
        person,
        channel,
        hash.of(target));
  }

  /// Whoever else had a browser.
  List<Address> listOthersOfBrowser(UUID person, String target) {
    return database.list(
        Address.class,
        SELECT + "where channel = 'PUSH' and person_id <> ? and target_hash = ?",
        person,
        hash.of(target));
  }

  /// What an address leads to.
  String target(UUID id) {
    return cipher.decryptText(
        database.get(
            byte[].class, "select target_cipher from notification.address where id = ?", id));
  }

  /// Whoever has an address that messages go to.
  List<UUID> listPeople() {
    return database.list(
        UUID.class,
        "select distinct person_id from notification.address where confirmed_at is not null");
  }

  void delete(UUID id) {
    database.update("delete from notification.address where id = ?", id);
  }

  void updateUrgentOnly(UUID id, boolean urgentOnly) {
    database.update("update notification.address set urgent_only = ? where id = ?", urgentOnly, id);
  }

  void updateCode(UUID id, Instant until, Instant now) {
    database.update(
        """
        update notification.address set code_until = ?, code_tries = 0, due_at = ?,
          message = 'CODE', attempts = 0
        where id = ?
        """,
        until,
        now,
        id);
  }

  void noteWrongCode(UUID id) {
    database.update("update notification.address set code_tries = code_tries + 1 where id = ?", id);
  }

  void confirm(UUID id, Instant now) {
    database.update(
        """
        update notification.address set confirmed_at = ?, code_until = null, due_at = null
        where id = ?
        """,
        now,
        id);
  }

  /// A message waits for one address.
  void setDue(UUID id, MessageKind message, Instant at) {
    database.update(
        "update notification.address set due_at = ?, message = ?, attempts = 0 where id = ?",
        at,
        message,
        id);
  }

  /// A message waits for each confirmed address of somebody that takes it.
  ///
  /// @param spacing since the last one that an address was sent, in seconds
  /// @return for how many
  int setDue(UUID person, boolean urgent, Instant at, long spacing) {
    return database.update(
        """
        update notification.address
        set due_at = least(due_at, greatest(:at, sent_at + make_interval(secs => :spacing))),
          attempts = case when due_at is null or :urgent then 0 else attempts end,
          message = case when :urgent or (due_at is not null and message = 'URGENT') then 'URGENT'
            else 'WAITING' end
        where person_id = :person and confirmed_at is not null and (:urgent or not urgent_only)
        """,
        Values.of("person", person).and("urgent", urgent).and("at", at).and("spacing", spacing));
  }

  /// What is not urgent is not sent any more to who saw it in the console.
  void setSeen(UUID person) {
    database.update(
        """
        update notification.address set due_at = null
        where person_id = ? and message = 'WAITING'
        """,
        person);
  }

  List<Address> listDue(Instant now) {
    return database.list(
        Address.class,
        SELECT + "where due_at <= ? order by message = 'URGENT' desc, due_at limit " + SOME,
        now);
  }

  Optional<Instant> findNextDue() {
    return database.find(
        Instant.class,
        "select min(due_at) from notification.address having min(due_at) is not null");
  }

  /// The message that was due is done with, unless another one waits since.
  void end(Address due, @Nullable Instant sentAt, @Nullable Failure failure) {
    database.update(
        """
        update notification.address
        set sent_at = coalesce(:at, sent_at), failure = :failed,
          due_at = case when due_at = :dueAt then null else due_at end
        where id = :id
        """,
        Values.of(due).and("at", sentAt).and("failed", failure));
  }

  void setRetry(Address due, Failure failure, Instant at) {
    database.update(
        """
        update notification.address set attempts = attempts + 1, failure = :failed, due_at = :at
        where id = :id and due_at = :dueAt
        """,
        Values.of(due).and("at", at).and("failed", failure));
  }
}
