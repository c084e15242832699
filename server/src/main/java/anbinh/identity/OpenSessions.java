package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People's sessions as they are stored, seen from outside of their own requests: for what outlasts
/// the request that began it, such as a live picture, and for listing and ending them from another
/// one. The session of a request itself is [SessionPeople]'s.
///
/// A session's identifier opens it, so it is never shown; its hash names it instead. Ending them is
/// part of the caller's transaction. While the database does not answer, each of these throws.
@Component
@OnlyWhenServing
public class OpenSessions {
  private final FindByIndexNameSessionRepository<? extends Session> stored;
  private final SessionPeople people;
  private final JdbcClient database;
  private final AuditLog log;

  OpenSessions(
      FindByIndexNameSessionRepository<? extends Session> stored,
      SessionPeople people,
      JdbcClient database,
      AuditLog log) {
    this.stored = stored;
    this.people = people;
    this.database = database;
    this.log = log;
  }

  /// Whose session it is, as they are in the database now; empty once they signed out, the session
  /// ended in any other way, or the account is no longer active. Asking does not keep the session
  /// from becoming idle.
  public Optional<Person> find(String sessionId) {
    @Nullable Session session = stored.findById(sessionId);
    return session == null
        ? Optional.empty()
        : people.find(
            session.getAttribute(SessionPeople.PERSON), session.getAttribute(SessionPeople.SINCE));
  }

  /// Those that are open, the last used first.
  ///
  /// @param present the identifier of the one that asks
  List<OpenSession> list(Person person, String present) {
    return stored.findByPrincipalName(person.id().toString()).values().stream()
        .filter(session -> !session.isExpired() && people.lasts(since(session)))
        .map(session -> view(session, session.getId().equals(present)))
        .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
        .toList();
  }

  @Transactional
  void end(Person person, String name) {
    int ended =
        database
            .sql(
                """
                delete from identity.spring_session where principal_name = ?
                  and encode(sha256(convert_to(session_id, 'UTF8')), 'hex') = ?
                """)
            .params(person.id().toString(), name)
            .update();
    if (ended == 0) {
      throw Problem.of(IdentityProblem.NO_SUCH_SESSION);
    }
    record(person, ended);
  }

  @Transactional
  void endOthers(Person person, String present) {
    int ended =
        database
            .sql("delete from identity.spring_session where principal_name = ? and session_id <> ?")
            .params(person.id().toString(), present)
            .update();
    if (ended > 0) {
      record(person, ended);
    }
  }

  /// Also ends those that wait for a second factor. Not recorded here: callers do.
  void endAll(UUID person) {
    database
        .sql("delete from identity.spring_session where principal_name = ?")
        .param(person.toString())
        .update();
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
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
