package anbinh.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// Ties a session to a person: the session holds only the person's id and the time of sign-in, and
/// the person is read anew for each request that asks, so a change of rights works at once.
///
/// A session past its greatest age, or of somebody no longer active, is ended when met.
@Component
class SessionPeople implements SecurityContextRepository {
  static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  static final String SINCE = "signedInAtMillis";

  private final People people;
  private final InstantSource clock;
  private final Duration longest;

  SessionPeople(People people, InstantSource clock, IdentitySettings settings) {
    this.people = people;
    this.clock = clock;
    this.longest = settings.longest();
  }

  /// Begins a new session under a new identifier (so one fixed beforehand is worth nothing).
  void open(HttpServletRequest request, Person person) {
    close(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(PERSON, person.id().toString());
    session.setAttribute(SINCE, clock.millis());
  }

  void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  Optional<Person> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || session.getAttribute(PERSON) == null) {
      return Optional.empty();
    }
    Optional<Person> person = find(session.getAttribute(PERSON), session.getAttribute(SINCE));
    if (person.isEmpty()) {
      session.invalidate();
    }
    return person;
  }

  /// Whose session it is that holds these two values; empty when nobody's any more.
  Optional<Person> find(@Nullable Object personId, @Nullable Object since) {
    return personId instanceof String id
            && since instanceof Long millis
            && Instant.ofEpochMilli(millis).plus(longest).isAfter(clock.instant())
        ? people.find(UUID.fromString(id)).filter(Person::active)
        : Optional.empty();
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> context(request));
  }

  @Override
  @Deprecated
  @SuppressWarnings("removal")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return context(holder.getRequest());
  }

  /// Sessions are opened by [#open] alone.
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }

  private SecurityContext context(HttpServletRequest request) {
    return find(request)
        .map(person -> new SecurityContextImpl(new SignedIn(person)))
        .orElseGet(SecurityContextImpl::new);
  }

  /// Reads the person only when somebody asks, and once.
  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<SecurityContext> load;
    private SecurityContext context = new SecurityContextImpl();
    private boolean loaded;

    Deferred(Supplier<SecurityContext> load) {
      this.load = load;
    }

    @Override
    public SecurityContext get() {
      if (!loaded) {
        context = load.get();
        loaded = true;
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
