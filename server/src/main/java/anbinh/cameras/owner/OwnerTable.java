package anbinh.cameras.owner;

import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerContact;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `cameras.owner_contact`, encrypted under a key of their own, and of
/// `cameras.consent`.
@Repository
public class OwnerTable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 500;

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final SecretCipher cipher;

  OwnerTable(JdbcClient database, JdbcTemplate batches, DataFolder data) {
    this.database = database;
    this.batches = batches;
    this.cipher = new SecretCipher(data.folder("cameras").resolve("owner.key"));
  }

  private byte[] encrypted(OwnerContact contact) {
    return cipher.encrypt(JSON.writeValueAsBytes(contact));
  }

  public Optional<OwnerContact> findContact(UUID cameraId) {
    return database
        .sql("select contact_cipher from cameras.owner_contact where camera_id = ?")
        .param(cameraId)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), OwnerContact.class));
  }

  public boolean hasContact(UUID cameraId) {
    return database
        .sql("select exists (select from cameras.owner_contact where camera_id = ?)")
        .param(cameraId)
        .query(Boolean.class)
        .single();
  }

  public void putContact(UUID cameraId, OwnerContact contact) {
    putContacts(Map.of(cameraId, contact));
  }

  public void putContacts(Map<UUID, OwnerContact> contacts) {
    batches.batchUpdate(
        """
        insert into cameras.owner_contact (camera_id, contact_cipher) values (?, ?)
        on conflict (camera_id) do update set contact_cipher = excluded.contact_cipher
        """,
        contacts.entrySet(),
        BATCH,
        (statement, entry) -> {
          statement.setObject(1, entry.getKey());
          statement.setBytes(2, encrypted(entry.getValue()));
        });
  }

  public void eraseContact(UUID cameraId) {
    database.sql("delete from cameras.owner_contact where camera_id = ?").param(cameraId).update();
  }

  public void add(List<ConsentStatement> statements) {
    batches.batchUpdate(
        """
        insert into cameras.consent (id, camera_id, statement, form, stated_on, until_on, document,
          recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statements,
        BATCH,
        OwnerTable::bind);
  }

  private static void bind(PreparedStatement statement, ConsentStatement stated)
      throws SQLException {
    int column = 0;
    statement.setObject(++column, stated.id());
    statement.setObject(++column, stated.cameraId());
    statement.setString(++column, stated.what().name());
    statement.setString(++column, stated.form().name());
    statement.setObject(++column, stated.on());
    statement.setObject(++column, stated.until(), Types.DATE);
    statement.setString(++column, stated.document());
    statement.setObject(++column, OffsetDateTime.ofInstant(stated.recordedAt(), ZoneOffset.UTC));
    statement.setObject(++column, stated.recordedBy(), Types.OTHER);
  }

  public List<ConsentStatement> statements(UUID cameraId) {
    return database
        .sql("select * from cameras.consent where camera_id = ? order by id desc")
        .param(cameraId)
        .query(OwnerTable::statement)
        .list();
  }

  private static ConsentStatement statement(ResultSet row, int number) throws SQLException {
    return new ConsentStatement(
        row.getObject("id", UUID.class),
        row.getObject("camera_id", UUID.class),
        ConsentStatement.What.valueOf(row.getString("statement")),
        ConsentStatement.Form.valueOf(row.getString("form")),
        row.getObject("stated_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        row.getString("document"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_by", UUID.class));
  }
}
