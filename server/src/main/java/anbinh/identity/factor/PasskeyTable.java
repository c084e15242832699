package anbinh.identity.factor;

import anbinh.identity.account.Accounts;
import anbinh.platform.Ids;
import anbinh.platform.sql.SqlClient;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// The public halves of people's passkeys. To the authenticator a person is the bytes of their
/// identifier, which say nothing about them.
@Component
class PasskeyTable implements UserCredentialRepository {
  private final SqlClient database;
  private final Ids ids;
  private final Accounts accounts;

  PasskeyTable(SqlClient database, Ids ids, Accounts accounts) {
    this.database = database;
    this.ids = ids;
    this.accounts = accounts;
  }

  static Bytes handle(UUID person) {
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(person.getMostSignificantBits())
            .putLong(person.getLeastSignificantBits())
            .array());
  }

  static UUID person(Bytes handle) {
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  List<Passkey> list(UUID person) {
    return database.list(
        Passkey.class,
        """
        select id, name, added_at, last_used_at from identity.passkey
        where person_id = ? order by added_at
        """,
        person);
  }

  boolean delete(UUID person, UUID passkey) {
    accounts.touch(person);
    return database.update(
            "delete from identity.passkey where person_id = ? and id = ?", person, passkey)
        > 0;
  }

  void deleteAll(UUID person) {
    accounts.touch(person);
    database.update("delete from identity.passkey where person_id = ?", person);
  }

  /// Adds a passkey, or keeps what changes about it with each use.
  @Override
  public void save(CredentialRecord passkey) {
    if (findByCredentialId(passkey.getCredentialId()) == null) {
      accounts.touch(person(passkey.getUserEntityUserId()));
    }
    database.update(
        """
        insert into identity.passkey (id, person_id, credential_id, name, public_key,
          signature_count, user_verified, backup_eligible, backed_up, transports,
          attestation_object, attestation_client_data, added_at, last_used_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (credential_id) do update set
          signature_count = excluded.signature_count, user_verified = excluded.user_verified,
          backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
        where identity.passkey.person_id = excluded.person_id
        """,
        ids.next(),
        person(passkey.getUserEntityUserId()),
        passkey.getCredentialId().getBytes(),
        passkey.getLabel(),
        passkey.getPublicKey().getBytes(),
        passkey.getSignatureCount(),
        passkey.isUvInitialized(),
        passkey.isBackupEligible(),
        passkey.isBackupState(),
        transports(passkey.getTransports()),
        bytes(passkey.getAttestationObject()),
        bytes(passkey.getAttestationClientDataJSON()),
        passkey.getCreated(),
        passkey.getLastUsed());
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return database
        .find(
            PasskeyTable::passkey,
            "select * from identity.passkey where credential_id = ?",
            credentialId.getBytes())
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return database.list(
        PasskeyTable::passkey,
        "select * from identity.passkey where person_id = ?",
        person(handle));
  }

  @Override
  public void delete(Bytes credentialId) {
    database.update(
        "delete from identity.passkey where credential_id = ?", credentialId.getBytes());
  }

  private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(handle(row.getObject("person_id", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("user_verified"))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .transports(transports(row.getString("transports")))
        .attestationObject(new Bytes(row.getBytes("attestation_object")))
        .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
        .label(row.getString("name"))
        .created(row.getTimestamp("added_at").toInstant())
        .lastUsed(row.getTimestamp("last_used_at").toInstant())
        .build();
  }

  private static String transports(@Nullable Set<AuthenticatorTransport> transports) {
    return transports == null
        ? ""
        : transports.stream()
            .map(AuthenticatorTransport::getValue)
            .collect(Collectors.joining(" "));
  }

  private static Set<AuthenticatorTransport> transports(String names) {
    return Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }
}
