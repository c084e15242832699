package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// A person's open sessions: listing them and ending them from another one.
///
/// A session's identifier opens it, so it is never shown; its hash names it instead.
@Component
@OnlyWhenServing
class OpenSessions {
  private final FindByIndexNameSessionRepository<? extends Session> repository;
  private final AuditLog log;

  OpenSessions(FindByIndexNameSessionRepository<? extends Session> repository, AuditLog log) {
    this.repository = repository;
    this.log = log;
  }

  /// The last used first.
  List<OpenSession> list(Person person, HttpServletRequest request) {
    String present = present(request);
    return all(person).stream()
        .map(session -> view(session, session.getId().equals(present)))
        .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
        .toList();
  }

  void end(Person person, String name) {
    int ended = end(person, session -> name(session.getId()).equals(name));
    if (ended == 0) {
      throw Problem.of(IdentityProblem.NO_SUCH_SESSION);
    }
    record(person, ended);
  }

  void endOthers(Person person, HttpServletRequest request) {
    String present = present(request);
    record(person, end(person, session -> !session.getId().equals(present)));
  }

  private int end(Person person, Predicate<Session> which) {
    List<? extends Session> chosen = all(person).stream().filter(which).toList();
    chosen.forEach(session -> repository.deleteById(session.getId()));
    return chosen.size();
  }

  private List<? extends Session> all(Person person) {
    return repository.findByPrincipalName(person.id().toString()).values().stream()
        .filter(session -> !session.isExpired())
        .toList();
  }

  private void record(Person person, int ended) {
    if (ended > 0) {
      log.record(
          Event.of(IdentityEvent.SESSIONS_ENDED)
              .by(person.actor())
              .about("person", person.pseudonym(), null)
              .fact("sessions", ended));
    }
  }

  private static OpenSession view(Session session, boolean present) {
    Long since = session.getAttribute(SessionPeople.SINCE);
    return new OpenSession(
        name(session.getId()),
        since == null ? session.getCreationTime() : Instant.ofEpochMilli(since),
        session.getLastAccessedTime(),
        text(session.getAttribute(SessionPeople.ADDRESS)),
        text(session.getAttribute(SessionPeople.BROWSER)),
        present);
  }

  private static String text(@Nullable Object attribute) {
    return Objects.toString(attribute, "");
  }

  private static @Nullable String present(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getId();
  }

  private static String name(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
