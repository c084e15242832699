package anbinh.cameras.owner;

import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerContact;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `cameras.owner_contact`, encrypted under a key of their own, and of
/// `cameras.consent`.
@Repository
public class OwnerTable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SqlClient database;
  private final SecretCipher cipher;

  OwnerTable(SqlClient database, DataFolder data) {
    this.database = database;
    this.cipher = new SecretCipher(data.folder("cameras").resolve("owner.key"));
  }

  private byte[] encrypted(OwnerContact contact) {
    return cipher.encrypt(JSON.writeValueAsBytes(contact));
  }

  public Optional<OwnerContact> findContact(UUID cameraId) {
    return database
        .find(
            byte[].class,
            "select contact_cipher from cameras.owner_contact where camera_id = ?",
            cameraId)
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), OwnerContact.class));
  }

  public boolean hasContact(UUID cameraId) {
    return database.exists("select from cameras.owner_contact where camera_id = ?", cameraId);
  }

  public void putContact(UUID cameraId, OwnerContact contact) {
    putContacts(Map.of(cameraId, contact));
  }

  public void putContacts(Map<UUID, OwnerContact> contacts) {
    database.batch(
        """
        insert into cameras.owner_contact (camera_id, contact_cipher) values (:camera, :contact)
        on conflict (camera_id) do update set contact_cipher = excluded.contact_cipher
        """,
        contacts.entrySet().stream()
            .map(each ->
                Values.of("camera", each.getKey()).and("contact", encrypted(each.getValue())))
            .toList());
  }

  public void eraseContact(UUID cameraId) {
    database.update("delete from cameras.owner_contact where camera_id = ?", cameraId);
  }

  public void add(List<ConsentStatement> statements) {
    database.batch(
        """
        insert into cameras.consent (id, camera_id, statement, form, stated_on, until_on, document,
          recorded_at, recorded_by)
        values (:id, :cameraId, :what, :form, :on, :until, :document, :recordedAt, :recordedBy)
        """,
        statements);
  }

  public List<ConsentStatement> statements(UUID cameraId) {
    return database.list(
        ConsentStatement.class,
        """
        select id, camera_id, statement as what, form, stated_on as "on", until_on as until,
          document, recorded_at, recorded_by
        from cameras.consent where camera_id = ? order by id desc
        """,
        cameraId);
  }
}
