package anbinh.community.situation.reporter;

import anbinh.identity.Person;
import anbinh.platform.DataFolder;
import anbinh.platform.KeyedHash;
import anbinh.platform.SecretCipher;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Who reported what: encrypted and hashed under keys of their own, so that neither the database
/// nor the key of the reports tells. Reading is the caller's to allow and to record. Safe for many
/// threads.
@Repository
public class ReporterStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient database;
  private final SecretCipher cipher;
  private final KeyedHash hash;

  ReporterStore(JdbcClient database, DataFolder data) {
    Path folder = data.folder("community");
    this.database = database;
    this.cipher = new SecretCipher(folder.resolve("situation-reporter.key"));
    this.hash = new KeyedHash(folder.resolve("situation-reporter-hash.key"));
  }

  /// Keeps who reported.
  ///
  /// @param stated whether nobody saw or heard them: then they are not found again by what they
  ///   state, or anybody could report as somebody else again and again
  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(UUID situation, ReporterIdentity who, boolean stated) {
    String key = stated ? null : who.key();
    byte[] found = hash.of(key == null ? "report " + situation : key);
    database
        .sql(
            """
            insert into community.situation_reporter (situation_id, hash, serial, cipher)
            values (?, ?, ?, ?)
            """)
        .params(situation, found, nextSerial(found), cipher.encrypt(JSON.writeValueAsBytes(who)))
        .update();
  }

  /// Says that reports changed, so that their reporters' phones ask for them.
  @Transactional(propagation = Propagation.MANDATORY)
  public void touch(List<UUID> situations) {
    situations.stream()
        .flatMap(each -> findHash(each).map(found -> new Of(each, found)).stream())
        .sorted(Comparator.comparing(Of::hash, Arrays::compareUnsigned))
        .forEach(each ->
            database
                .sql("update community.situation_reporter set serial = ? where situation_id = ?")
                .params(nextSerial(each.hash()), each.situation())
                .update());
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Of(UUID situation, byte[] hash) {}

  private long nextSerial(byte[] of) {
    return database
        .sql(
            """
            insert into community.situation_reporter_serial (hash, last) values (?, 1)
            on conflict (hash) do update set last = situation_reporter_serial.last + 1
            returning last
            """)
        .param(of)
        .query(Long.class)
        .single();
  }

  /// The keyed hash of who made a report.
  public Optional<byte[]> findHash(UUID situation) {
    return database
        .sql("select hash from community.situation_reporter where situation_id = ?")
        .param(situation)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /// Whether a report was made by an account.
  public boolean isBy(UUID situation, Person person) {
    byte[] own = hash.of(ReporterIdentity.keyOf(person.id()));
    return findHash(situation).filter(found -> Arrays.equals(found, own)).isPresent();
  }

  /// Empty once erased.
  public Optional<ReporterIdentity> find(UUID situation) {
    return database
        .sql(
            """
            select cipher from community.situation_reporter
            where situation_id = ? and cipher is not null
            """)
        .param(situation)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), ReporterIdentity.class));
  }

  /// A report of one's own, and the number of its last change.
  public record Own(UUID situation, long serial) {}

  /// What changed of an account's reports since a number, in its order.
  public List<Own> listOf(Person person, long since, int rows) {
    return database
        .sql(
            """
            select situation_id, serial from community.situation_reporter
            where hash = ? and serial > ? order by serial limit ?
            """)
        .params(hash.of(ReporterIdentity.keyOf(person.id())), since, rows)
        .query((row, number) -> new Own(row.getObject(1, UUID.class), row.getLong(2)))
        .list();
  }

  public void erase(UUID situation) {
    database
        .sql("update community.situation_reporter set cipher = null where situation_id = ?")
        .param(situation)
        .update();
  }
}
