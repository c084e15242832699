package anbinh.identity.session;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Stored sessions whose last use is noted coarsely: each note is a transaction that an answer
/// would wait for, and a session may as well become idle a thirtieth of its time too early. A
/// clip's first byte would wait 2 ms for it (2026-11-25), and 0.4 ms for the second reading
/// (2026-11-27).
///
/// Spring's filter saves a session before an answer's first byte and reads it anew to see whether
/// its identifier holds, and both once more at the end. Within the request that saved it a session
/// is the one that was saved; what ended it meanwhile holds from the next request on.
final class CoarseSessions<S extends Session>
    implements SessionRepository<CoarseSessions.CoarseSession<S>> {
  private static final int NOTES = 30;
  private static final String SAVED = CoarseSessions.class.getName() + ".saved";

  private final SessionRepository<S> stored;

  CoarseSessions(SessionRepository<S> stored) {
    this.stored = stored;
  }

  @Override
  public CoarseSession<S> createSession() {
    return new CoarseSession<>(stored.createSession());
  }

  @Override
  public void save(CoarseSession<S> session) {
    stored.save(session.stored);
    request().ifPresent(request -> request.setAttribute(SAVED, session, SCOPE_REQUEST));
  }

  @Override
  public @Nullable CoarseSession<S> findById(String id) {
    return saved().filter(saved -> saved.getId().equals(id)).orElseGet(() -> read(id));
  }

  @Override
  public void deleteById(String id) {
    stored.deleteById(id);
    request().ifPresent(request -> request.removeAttribute(SAVED, SCOPE_REQUEST));
  }

  private @Nullable CoarseSession<S> read(String id) {
    S session = stored.findById(id);
    return session == null ? null : new CoarseSession<>(session);
  }

  @SuppressWarnings("unchecked") // Nothing else is kept under this name.
  private Optional<CoarseSession<S>> saved() {
    return request().map(request -> (CoarseSession<S>) request.getAttribute(SAVED, SCOPE_REQUEST));
  }

  private static Optional<RequestAttributes> request() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes());
  }

  record CoarseSession<S extends Session>(S stored) implements Session {
    /// Kept only when it is much later than what is stored.
    @Override
    public void setLastAccessedTime(Instant now) {
      Duration since = Duration.between(getLastAccessedTime(), now);
      if (since.compareTo(getMaxInactiveInterval().dividedBy(NOTES)) >= 0) {
        stored.setLastAccessedTime(now);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return stored.getLastAccessedTime();
    }

    @Override
    public String getId() {
      return stored.getId();
    }

    @Override
    public String changeSessionId() {
      return stored.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's way
    public <T> @Nullable T getAttribute(String name) {
      return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      stored.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      stored.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return stored.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return stored.isExpired();
    }
  }
}
