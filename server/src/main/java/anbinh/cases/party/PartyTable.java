package anbinh.cases.party;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.seal.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `cases.party`, encrypted under a key of their own. Safe for many threads.
@Repository
class PartyTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select id, case_id, role, child, from_on, until_on, recorded_by, recorded_at, erased_at
      from cases.party
      """;

  private final JdbcClient database;
  private final SecretCipher cipher;

  PartyTable(JdbcClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("cases").resolve("party.key"));
  }

  /// Returns the SHA-256 of the bytes that are kept, as the others do that keep some.
  String insert(Party party, Content content) {
    byte[] bytes = encrypted(JSON.writeValueAsBytes(content));
    database
        .sql(
            """
            insert into cases.party (id, case_id, role, child, from_on, until_on, content_cipher,
              recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(party.id())
        .param(party.caseId())
        .param(party.role().name())
        .param(party.child())
        .param(party.from())
        .param(party.until())
        .param(bytes)
        .param(party.recordedBy())
        .param(Timestamp.from(party.recordedAt()))
        .update();
    return Hash.sha256(bytes).hex();
  }

  /// Oldest first.
  List<Party> list(UUID caseId) {
    return database
        .sql(COLUMNS + "where case_id = ? order by id")
        .param(caseId)
        .query(PartyTable::party)
        .list();
  }

  Optional<Party> findForUpdate(UUID caseId, UUID id) {
    return database
        .sql(COLUMNS + "where case_id = ? and id = ? for update")
        .params(caseId, id)
        .query(PartyTable::party)
        .optional();
  }

  Optional<Content> findContent(UUID id) {
    return findCipher(id).map(bytes -> JSON.readValue(decrypted(bytes), Content.class));
  }

  /// The bytes as they are kept; empty once erased.
  Optional<byte[]> findCipher(UUID id) {
    return database
        .sql("select content_cipher from cases.party where id = ? and content_cipher is not null")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  String extend(UUID id, LocalDate from, LocalDate until, Content content) {
    byte[] bytes = encrypted(JSON.writeValueAsBytes(content));
    database
        .sql("update cases.party set from_on = ?, until_on = ?, content_cipher = ? where id = ?")
        .params(from, until, bytes, id)
        .update();
    return Hash.sha256(bytes).hex();
  }

  /// Those that ended before a day, and were not sealed yet.
  List<Party> listUnsealed(LocalDate today) {
    return database
        .sql(
            COLUMNS
                + """
                where until_on < ? and sealed_at is null and erased_at is null
                order by id limit 500 for update skip locked
                """)
        .param(today)
        .query(PartyTable::party)
        .list();
  }

  /// Those that ended on a day or before it, and were not erased yet.
  List<Party> listEndedBy(LocalDate day) {
    return database
        .sql(
            COLUMNS
                + """
                where until_on <= ? and erased_at is null
                order by id limit 500 for update skip locked
                """)
        .param(day)
        .query(PartyTable::party)
        .list();
  }

  /// Puts a sealed record on another legal basis, with which it can be read again.
  String reopen(UUID id, LocalDate from, LocalDate until, Content content) {
    database.sql("update cases.party set sealed_at = null where id = ?").param(id).update();
    return extend(id, from, until, content);
  }

  void seal(UUID id, Instant now) {
    database
        .sql("update cases.party set sealed_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  void erase(UUID id, Instant now) {
    database
        .sql("update cases.party set content_cipher = null, erased_at = ? where id = ?")
        .params(Timestamp.from(now), id)
        .update();
  }

  /// Under the key of the records.
  byte[] encrypted(byte[] plain) {
    return cipher.encrypt(plain);
  }

  byte[] decrypted(byte[] encrypted) {
    return cipher.decrypt(encrypted);
  }

  private static Party party(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp erasedAt = row.getTimestamp("erased_at");
    return new Party(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        PartyRole.valueOf(row.getString("role")),
        row.getBoolean("child"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        row.getObject("recorded_by", UUID.class),
        row.getTimestamp("recorded_at").toInstant(),
        erasedAt == null ? null : erasedAt.toInstant());
  }
}
