package anbinh.identity;

import anbinh.identity.factor.SecondFactors;
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

/// Ties a session to a person: the session holds the person's id, some times and where it was
/// opened, and the person is read anew for each request that asks, so a change of rights works at
/// once.
///
/// A *half* session is one whose password was right and whose second factor is still to come: it
/// has no time of sign-in, lasts [#HALF_LASTS] and opens nothing. A session past its greatest age,
/// or of somebody no longer active, is ended when met. Sessions that are not the request's own are
/// [OpenSessions]'.
@Component
class SessionPeople implements SecurityContextRepository {
  static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  static final Duration HALF_LASTS = Duration.ofMinutes(5);
  static final String SINCE = "signedInAtMillis";
  static final String ADDRESS = "address";
  static final String BROWSER = "browser";

  private static final String HALF_SINCE = "passwordRightAtMillis";
  private static final String CONFIRMED = "confirmedAtMillis";
  private static final String CHALLENGE = "challenge";
  private static final int LONGEST_BROWSER = 300;

  private final People people;
  private final SecondFactors factors;
  private final InstantSource clock;
  private final Duration longest;

  SessionPeople(
      People people, SecondFactors factors, InstantSource clock, IdentitySettings settings) {
    this.people = people;
    this.factors = factors;
    this.clock = clock;
    this.longest = settings.longest();
  }

  /// Begins a new session under a new identifier (so one fixed beforehand is worth nothing).
  SignedIn open(HttpServletRequest request, Person person) {
    close(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(PERSON, person.id().toString());
    session.setAttribute(SINCE, clock.millis());
    session.setAttribute(CONFIRMED, clock.millis());
    session.setAttribute(ADDRESS, request.getRemoteAddr());
    String browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    session.setAttribute(
        BROWSER, browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)));
    return new SignedIn(person, clock.instant(), factors.missing(person));
  }

  /// Begins a new session in the place of the present one; that the person showed who they are
  /// stays as long ago as it is.
  SignedIn renew(HttpServletRequest request, Person person) {
    Instant confirmed = confirmedAt(request.getSession());
    open(request, person);
    request.getSession().setAttribute(CONFIRMED, confirmed.toEpochMilli());
    return new SignedIn(person, confirmed, factors.missing(person));
  }

  /// Begins a session that only waits for the second factor.
  void openHalf(HttpServletRequest request, Person person) {
    close(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(PERSON, person.id().toString());
    session.setAttribute(HALF_SINCE, clock.millis());
  }

  /// Whose second factor this session waits for.
  Optional<Person> findHalf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(PERSON) instanceof String id)
        || !(session.getAttribute(HALF_SINCE) instanceof Long since)
        || !Instant.ofEpochMilli(since).plus(HALF_LASTS).isAfter(clock.instant())) {
      return Optional.empty();
    }
    return people.find(UUID.fromString(id)).filter(Person::active);
  }

  /// Notes that the person has just shown that it is them.
  void confirm(HttpServletRequest request) {
    request.getSession().setAttribute(CONFIRMED, clock.millis());
  }

  /// Keeps a challenge for a passkey in this session.
  String challenge(HttpServletRequest request) {
    String challenge = SecondFactors.newChallenge();
    request.getSession().setAttribute(CHALLENGE, challenge);
    return challenge;
  }

  /// Takes the challenge out of the session: each is good once. Null without any.
  @Nullable String takeChallenge(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(CHALLENGE) instanceof String challenge)) {
      return null;
    }
    session.removeAttribute(CHALLENGE);
    return challenge;
  }

  void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  Optional<SignedIn> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || session.getAttribute(SINCE) == null) {
      return Optional.empty();
    }
    Optional<Person> person = find(session.getAttribute(PERSON), session.getAttribute(SINCE));
    if (person.isEmpty()) {
      session.invalidate();
    }
    return person.map(p -> new SignedIn(p, confirmedAt(session), factors.missing(p)));
  }

  /// Whose session it is that holds these two values; empty when nobody's any more.
  Optional<Person> find(@Nullable Object personId, @Nullable Object since) {
    return personId instanceof String id && lasts(since)
        ? people.find(UUID.fromString(id)).filter(Person::active)
        : Optional.empty();
  }

  /// Whether a session with this time of sign-in is not past its greatest age.
  boolean lasts(@Nullable Object since) {
    return since instanceof Long millis
        && Instant.ofEpochMilli(millis).plus(longest).isAfter(clock.instant());
  }

  private static Instant confirmedAt(HttpSession session) {
    return session.getAttribute(CONFIRMED) instanceof Long at
        ? Instant.ofEpochMilli(at)
        : Instant.EPOCH;
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
    return find(request).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
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
