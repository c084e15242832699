package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.people.PersonTable;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People's sessions as they are stored, for listing and ending them from another one.
///
/// A session's identifier opens it, so it is never shown; its hash names it instead. Ending them is
/// part of the caller's transaction. While the database does not answer, each of these throws.
@Component
@OnlyWhenServing
public class StoredSessions {
  private final FindByIndexNameSessionRepository<? extends Session> stored;
  private final SessionPeople people;
  private final SqlClient database;
  private final PersonTable persons;
  private final InstantSource clock;
  private final AuditLog log;

  StoredSessions(
      FindByIndexNameSessionRepository<? extends Session> stored,
      SessionPeople people,
      SqlClient database,
      PersonTable persons,
      InstantSource clock,
      AuditLog log) {
    this.stored = stored;
    this.people = people;
    this.database = database;
    this.persons = persons;
    this.clock = clock;
    this.log = log;
  }

  /// Those that are open, the last used first.
  ///
  /// @param present the identifier of the one that asks
  List<OpenSession> list(Person person, String present) {
    return stored.findByPrincipalName(person.id().toString()).values().stream()
        .filter(session -> !session.isExpired() && people.isOpen(session, person))
        .map(session -> view(session, session.getId().equals(present)))
        .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
        .toList();
  }

  @Transactional
  void end(Person person, String name) {
    int ended =
        database.update(
            """
            delete from identity.spring_session where principal_name = ?
              and encode(sha256(convert_to(session_id, 'UTF8')), 'hex') = ?
            """,
            person.id().toString(),
            name);
    if (ended == 0) {
      throw Problem.of(IdentityProblem.NO_SUCH_SESSION);
    }
    record(person, ended);
  }

  @Transactional
  void endOthers(Person person, String present) {
    int ended =
        database.update(
            "delete from identity.spring_session where principal_name = ? and session_id <> ?",
            person.id().toString(),
            present);
    if (ended > 0) {
      record(person, ended);
    }
  }

  /// Also ends those that wait for a second factor, and any that somebody puts back into the table.
  /// Not recorded here: callers do.
  public void endAll(UUID person) {
    persons.endSessions(person, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    database.update(
        "delete from identity.spring_session where principal_name = ?", person.toString());
  }

  /// Ends those that the provider opened: that one session of its own, or without a name of it all
  /// of the person's. Not recorded here: callers do. Returns how many.
  public int endOfProvider(String providerSession, @Nullable UUID person) {
    String ended =
        "delete from identity.spring_session s using identity.spring_session_attributes a"
            + " where a.session_primary_id = s.primary_id and a.attribute_name = ? and ";
    if (!providerSession.isEmpty()) {
      return database.update(
          ended + "a.attribute_bytes = ?",
          SessionPeople.PROVIDER,
          SessionValue.write(providerSession));
    }
    return person == null
        ? 0
        : database.update(
            ended + "s.principal_name = ?", SessionPeople.PROVIDER, person.toString());
  }

  private void record(Person person, int ended) {
    log.record(
        Event.of(IdentityEvent.SESSIONS_ENDED)
            .by(person.actor())
            .about("person", person.pseudonym(), null)
            .fact("sessions", ended));
  }

  private static OpenSession view(Session session, boolean present) {
    return new OpenSession(
        name(session.getId()),
        Instant.ofEpochMilli(Objects.requireNonNull(since(session))),
        session.getLastAccessedTime(),
        text(session.getAttribute(SessionPeople.ADDRESS)),
        text(session.getAttribute(SessionPeople.BROWSER)),
        present);
  }

  private static @Nullable Long since(Session session) {
    return session.getAttribute(SessionPeople.SINCE);
  }

  private static String text(@Nullable Object attribute) {
    return Objects.toString(attribute, "");
  }

  private static String name(String id) {
    return Hash.sha256(id.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
