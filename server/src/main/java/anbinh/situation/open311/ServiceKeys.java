package anbinh.situation.open311;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.DataFolder;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.secret.KeyedHash;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The keys by which other systems report (`api_key`): drawn here, shown once, kept as a keyed
/// hash, with a last day. Safe for many threads.
@Component
class ServiceKeys {
  private static final int KEY_BYTES = 24;
  private static final String SELECT =
      "select id, name, made_by, made_at, last_day, revoked_by, revoked_at"
          + " from situation.open311_key ";

  private final SecureRandom random = new SecureRandom();
  private final SqlClient database;
  private final KeyedHash hash;
  private final Ids ids;
  private final SituationDeadlines clock;
  private final AuditLog log;

  ServiceKeys(
      SqlClient database, DataFolder data, Ids ids, SituationDeadlines clock, AuditLog log) {
    this.database = database;
    this.hash = new KeyedHash(data.folder("situation").resolve("open311-key-hash.key"));
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// A key without itself.
  ///
  /// @param name of the system that has it
  record ServiceKey(
      UUID id,
      String name,
      UUID madeBy,
      Instant madeAt,
      LocalDate lastDay,
      @Nullable UUID revokedBy,
      @Nullable Instant revokedAt) {}

  /// A key that was made, with itself.
  record MadeKey(ServiceKey key, String secret) {
    @Override
    public String toString() {
      return "MadeKey[…]";
    }
  }

  @Transactional
  MadeKey make(String name, LocalDate lastDay, Person by) {
    byte[] drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    UUID id = ids.next();
    database.update(
        """
        insert into situation.open311_key (id, name, key_hash, made_by, made_at, last_day)
        values (:id, :name, :keyHash, :madeBy, :madeAt, :lastDay)
        """,
        Values.of("id", id)
            .and("name", name)
            .and("keyHash", hash.of(secret))
            .and("madeBy", by.id())
            .and("madeAt", clock.now())
            .and("lastDay", lastDay));
    log.record(
        Event.of(SituationEvent.KEY_MADE)
            .by(by.actor())
            .about("open311-key", id, null)
            .detail("name", name));
    return new MadeKey(get(id), secret);
  }

  /// Ends a key at once; doing so twice is doing so once.
  @Transactional
  ServiceKey revoke(UUID id, Person by) {
    ServiceKey key = get(id);
    int done =
        database.update(
            """
            update situation.open311_key set revoked_by = ?, revoked_at = ?
            where id = ? and revoked_at is null
            """,
            by.id(),
            clock.now(),
            id);
    if (done > 0) {
      log.record(
          Event.of(SituationEvent.KEY_REVOKED)
              .by(by.actor())
              .about("open311-key", id, null)
              .detail("name", key.name()));
    }
    return get(id);
  }

  /// The newest first, those that ended too.
  List<ServiceKey> list(@Nullable UUID before, int rows) {
    return database.list(
        ServiceKey.class,
        SELECT + "where cast(:id as uuid) is null or id < :id order by id desc limit :rows",
        Values.of("id", before).and("rows", rows));
  }

  private ServiceKey get(UUID id) {
    return database
        .find(ServiceKey.class, SELECT + "where id = ?", id)
        .orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_OPEN311_KEY));
  }

  /// The key that somebody shows, as long as it is neither over nor revoked.
  Optional<ServiceKey> find(String secret) {
    return database.find(
        ServiceKey.class,
        SELECT + "where key_hash = ? and revoked_at is null and last_day >= ?",
        hash.of(secret),
        clock.today());
  }
}
