package anbinh.situation.reporter;

import anbinh.identity.Person;
import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import anbinh.platform.secret.SecretCipher;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

  private final SqlClient database;
  private final SecretCipher cipher;
  private final KeyedHash hash;

  ReporterStore(SqlClient database, DataFolder data) {
    Path folder = data.folder("situation");
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
    database.update(
        """
        insert into situation.reporter (situation_id, hash, serial, cipher)
        values (?, ?, ?, ?)
        """,
        situation,
        found,
        nextSerial(found),
        cipher.encrypt(JSON.writeValueAsBytes(who)));
  }

  /// Notes who made many reports at once; of one reporter's the earlier ones first.
  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(List<Reported> reported) {
    Map<ByteBuffer, Long> counts = new HashMap<>();
    List<Hashed> hashed = new ArrayList<>();
    for (Reported each : reported) {
      String key = each.who().key();
      var found = ByteBuffer.wrap(hash.of(key == null ? "report " + each.situation() : key));
      hashed.add(new Hashed(each, found, counts.merge(found, 1L, Long::sum)));
    }
    Map<ByteBuffer, Long> last = serials(counts);
    database.batch(
        """
        insert into situation.reporter (situation_id, hash, serial, cipher)
        values (:situation, :hash, :serial, :cipher)
        """,
        hashed.stream()
            .map(each -> {
              Reported one = each.reported();
              return Values.of(one)
                  .and("hash", each.hash().array())
                  .and("serial", each.serial(last, counts))
                  .and(
                      "cipher",
                      one.erased() ? null : cipher.encrypt(JSON.writeValueAsBytes(one.who())));
            })
            .toList());
  }

  /// @param erased whether it is kept no more who that was
  public record Reported(UUID situation, ReporterIdentity who, boolean erased) {}

  /// @param number of those that are inserted at once of one reporter, from 1
  private record Hashed(Reported reported, ByteBuffer hash, long number) {
    long serial(Map<ByteBuffer, Long> last, Map<ByteBuffer, Long> counts) {
      return last.getOrDefault(hash, 0L) - counts.getOrDefault(hash, 0L) + number;
    }
  }

  /// The last number of each reporter after so many more.
  private Map<ByteBuffer, Long> serials(Map<ByteBuffer, Long> counts) {
    List<ByteBuffer> hashes = List.copyOf(counts.keySet());
    return database
        .list(
            (row, number) -> Map.entry(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2)),
            """
            insert into situation.reporter_serial (hash, last)
            select * from unnest(cast(? as bytea[]), cast(? as bigint[]))
            on conflict (hash) do update set last = reporter_serial.last + excluded.last
            returning hash, last
            """,
            hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new),
            hashes.stream().map(counts::get).toList())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Says that reports changed, so that their reporters' phones ask for them.
  @Transactional(propagation = Propagation.MANDATORY)
  public void touch(List<UUID> situations) {
    situations.stream()
        .flatMap(each -> findHash(each).map(found -> new Of(each, found)).stream())
        .sorted(Comparator.comparing(Of::hash, Arrays::compareUnsigned))
        .forEach(each ->
            database.update(
                "update situation.reporter set serial = ? where situation_id = ?",
                nextSerial(each.hash()),
                each.situation()));
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Of(UUID situation, byte[] hash) {}

  private long nextSerial(byte[] of) {
    return database.get(
        Long.class,
        """
        insert into situation.reporter_serial (hash, last) values (?, 1)
        on conflict (hash) do update set last = reporter_serial.last + 1
        returning last
        """,
        of);
  }

  /// The keyed hash of who made a report.
  public Optional<byte[]> findHash(UUID situation) {
    return database.find(
        byte[].class, "select hash from situation.reporter where situation_id = ?", situation);
  }

  /// Whether a report was made by an account.
  public boolean isBy(UUID situation, Person person) {
    byte[] own = hash.of(ReporterIdentity.keyOf(person.id()));
    return findHash(situation).filter(found -> Arrays.equals(found, own)).isPresent();
  }

  /// Empty once erased.
  public Optional<ReporterIdentity> find(UUID situation) {
    return database
        .find(
            byte[].class,
            """
            select cipher from situation.reporter
            where situation_id = ? and cipher is not null
            """,
            situation)
        .map(bytes -> JSON.readValue(cipher.decrypt(bytes), ReporterIdentity.class));
  }

  /// A report of one's own, and the number of its last change.
  public record Own(UUID situation, long serial) {}

  /// What changed of an account's reports since a number, in its order.
  public List<Own> listOf(Person person, long since, int rows) {
    return database.list(
        Own.class,
        """
        select situation_id as situation, serial from situation.reporter
        where hash = ? and serial > ? order by serial limit ?
        """,
        hash.of(ReporterIdentity.keyOf(person.id())),
        since,
        rows);
  }

  public void erase(UUID situation) {
    database.update(
        "update situation.reporter set cipher = null where situation_id = ?", situation);
  }
}
