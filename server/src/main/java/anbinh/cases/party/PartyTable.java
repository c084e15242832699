package anbinh.cases.party;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `cases.party`, encrypted under a key of their own. Safe for many threads.
@Repository
class PartyTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select id, case_id, role, child, from_on as "from", until_on as until, recorded_by,
        recorded_at, erased_at
      from cases.party
      """;

  private final SqlClient database;
  private final SecretCipher cipher;

  PartyTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("cases").resolve("party.key"));
  }

  /// Returns the SHA-256 of the bytes that are kept, as the others do that keep some.
  String insert(Party party, Content content) {
    byte[] bytes = encrypted(JSON.writeValueAsBytes(content));
    database.update(
        """
        insert into cases.party (id, case_id, role, child, from_on, until_on, content_cipher,
          recorded_by, recorded_at)
        values (:id, :caseId, :role, :child, :from, :until, :bytes, :recordedBy, :recordedAt)
        """,
        Values.of(party).and("bytes", bytes));
    return Hash.sha256(bytes).hex();
  }

  /// Oldest first.
  List<Party> list(UUID caseId) {
    return database.list(Party.class, COLUMNS + "where case_id = ? order by id", caseId);
  }

  Optional<Party> findForUpdate(UUID caseId, UUID id) {
    return database.find(
        Party.class, COLUMNS + "where case_id = ? and id = ? for update", caseId, id);
  }

  Optional<Content> findContent(UUID id) {
    return findCipher(id).map(bytes -> JSON.readValue(decrypted(bytes), Content.class));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database.find(
        byte[].class,
        "select content_cipher from cases.party where id = ? and content_cipher is not null",
        id);
  }

  String extend(UUID id, LocalDate from, LocalDate until, Content content) {
    byte[] bytes = encrypted(JSON.writeValueAsBytes(content));
    database.update(
        "update cases.party set from_on = ?, until_on = ?, content_cipher = ? where id = ?",
        from,
        until,
        bytes,
        id);
    return Hash.sha256(bytes).hex();
  }

  /// Those that ended before a day, and were not sealed yet.
  List<Party> listUnsealed(LocalDate today) {
    return database.list(
        Party.class,
        COLUMNS
            + """
            where until_on < ? and sealed_at is null and erased_at is null
            order by id limit 500 for update skip locked
            """,
        today);
  }

  /// Those that ended on a day or before it, and were not erased yet.
  List<Party> listEndedBy(LocalDate day) {
    return database.list(
        Party.class,
        COLUMNS
            + """
            where until_on <= ? and erased_at is null
            order by id limit 500 for update skip locked
            """,
        day);
  }

  /// Puts a sealed record on another legal basis, with which it can be read again.
  String reopen(UUID id, LocalDate from, LocalDate until, Content content) {
    database.update("update cases.party set sealed_at = null where id = ?", id);
    return extend(id, from, until, content);
  }

  void seal(UUID id, Instant now) {
    database.update("update cases.party set sealed_at = ? where id = ?", now, id);
  }

  void erase(UUID id, Instant now) {
    database.update(
        "update cases.party set content_cipher = null, erased_at = ? where id = ?", now, id);
  }

  /// Under the key of the records.
  byte[] encrypted(byte[] plain) {
    return cipher.encrypt(plain);
  }

  byte[] decrypted(byte[] encrypted) {
    return cipher.decrypt(encrypted);
  }
}
