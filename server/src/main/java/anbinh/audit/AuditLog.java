package anbinh.audit;

import anbinh.platform.Ids;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where features record what happened. Safe for many threads.
@Component
public class AuditLog {
  private static final int SALT_BYTES = 32;

  private final JdbcClient database;
  private final Ids ids;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  AuditLog(JdbcClient database, Ids ids, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /// Records an event in the caller's transaction and returns the event's identifier: both or
  /// neither happen.
  @Transactional
  public UUID record(Event event) {
    return insert(event);
  }

  /// Records an event by itself, whatever becomes of the caller's transaction; for refusals.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public UUID recordApart(Event event) {
    return insert(event);
  }

  private UUID insert(Event event) {
    UUID id = ids.next();
    Actor actor = event.actor();
    Subject subject = event.subject();
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    database
        .sql(
            """
            insert into audit.event (id, at, type, actor_id, actor_pseudonym, object_kind,
              object_id, object_code, refused, facts, detail, salt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(Timestamp.from(clock.instant()))
        .param(event.type().code())
        .param(actor == null ? null : actor.personId())
        .param(actor == null ? null : actor.pseudonym())
        .param(subject == null ? null : subject.kind())
        .param(subject == null ? null : subject.id())
        .param(subject == null ? null : subject.code())
        .param(event.refused())
        .param(json.writeValueAsString(event.facts()))
        .param(json.writeValueAsString(event.detail()))
        .param(salt)
        .update();
    return id;
  }
}
