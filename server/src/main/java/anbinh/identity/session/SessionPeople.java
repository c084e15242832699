package anbinh.identity.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.audit.event.RowMac;
import anbinh.identity.Confirmation;
import anbinh.identity.IdentitySettings;
import anbinh.identity.Person;
import anbinh.identity.factor.Method;
import anbinh.identity.factor.SecondFactors;
import anbinh.identity.people.People;
import anbinh.identity.provider.ProviderSession;
import anbinh.identity.provider.ProviderTry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Ties a session to a person, by a code without which whatever stands in the table of sessions
/// opens nothing: the session holds the person's id, some times and where it was opened, and the
/// person is read anew for each request that asks, so a change of rights works at once.
///
/// A *half* session is one whose password was right and whose second factor is still to come: it
/// has no time of sign-in, lasts [#HALF_LASTS] and opens nothing. A session past its greatest age,
/// or of somebody no longer active, is ended when met. Sessions that are not the request's own are
/// [StoredSessions]'.
@Component
public class SessionPeople implements SecurityContextRepository {
  private static final Logger LOG = LoggerFactory.getLogger(SessionPeople.class);

  static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  static final Duration HALF_LASTS = Duration.ofMinutes(5);
  static final String SINCE = "signedInAtMillis";
  static final String ADDRESS = "address";
  static final String BROWSER = "browser";

  /// The provider's name for its session, in those that it opened; empty where it has none.
  static final String PROVIDER = "providerSession";

  private static final String HALF_SINCE = "passwordRightAtMillis";

  /// The code of what stays the same in the session.
  private static final String MARK = "mark";

  /// When and how the person last showed that it is them, with a code of its own.
  private static final String CONFIRMED = "confirmed";

  private static final int CONFIRMED_PARTS = 3;
  private static final String CHALLENGE = "challenge";
  private static final String TRY = "providerTry";
  private static final String PROVIDER_FACTOR = "providerFactor";
  private static final String PROVIDER_TOKEN = "providerToken";
  private static final int MAX_BROWSER = 300;
  private static final List<String> MARKED =
      List.of(PERSON, SINCE, HALF_SINCE, PROVIDER, PROVIDER_FACTOR, PROVIDER_TOKEN);

  private final People people;
  private final SecondFactors factors;
  private final RowMac mac;
  private final InstantSource clock;
  private final Duration longest;

  SessionPeople(
      People people,
      SecondFactors factors,
      RowMac mac,
      InstantSource clock,
      IdentitySettings settings) {
    this.people = people;
    this.factors = factors;
    this.mac = mac;
    this.clock = clock;
    this.longest = settings.longest();
  }

  /// Begins a new session under a new identifier (so one fixed beforehand is worth nothing).
  ///
  /// @param shown what the person last showed
  /// @param by what to keep of the provider that let the person in; null with a password
  SignedIn open(
      HttpServletRequest request, Person person, Method shown, @Nullable ProviderSession by) {
    return open(request, person, new Confirmation(clock.instant(), shown.name()), by);
  }

  private SignedIn open(
      HttpServletRequest request, Person person, Confirmation shown, @Nullable ProviderSession by) {
    close(request);
    HttpSession session = request.getSession(true);
    keep(session, by);
    session.setAttribute(PERSON, person.id().toString());
    session.setAttribute(SINCE, clock.millis());
    session.setAttribute(MARK, mark(session.getId(), session::getAttribute));
    keep(session, shown);
    session.setAttribute(ADDRESS, request.getRemoteAddr());
    String browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    session.setAttribute(BROWSER, browser.substring(0, Math.min(browser.length(), MAX_BROWSER)));
    return new SignedIn(person, shown, factors.missing(person), by);
  }

  /// Begins a new session in the place of the present one; that the person showed who they are
  /// stays as long ago as it is.
  SignedIn renew(HttpServletRequest request, Person person) {
    return open(request, person, confirmation(request.getSession()), provider(request));
  }

  /// Begins a session that only waits for the second factor.
  ///
  /// @param by what to keep of the provider that let the person in; null with a password
  public void openHalf(HttpServletRequest request, Person person, @Nullable ProviderSession by) {
    close(request);
    HttpSession session = request.getSession(true);
    keep(session, by);
    session.setAttribute(PERSON, person.id().toString());
    session.setAttribute(HALF_SINCE, clock.millis());
    session.setAttribute(MARK, mark(session.getId(), session::getAttribute));
  }

  /// Whose second factor this session waits for.
  Optional<Person> findHalf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !isOwn(session.getId(), session::getAttribute)
        || !(session.getAttribute(PERSON) instanceof String id)
        || !(session.getAttribute(HALF_SINCE) instanceof Long since)
        || !Instant.ofEpochMilli(since).plus(HALF_LASTS).isAfter(clock.instant())) {
      return Optional.empty();
    }
    return people.find(UUID.fromString(id)).filter(person -> admits(person, since));
  }

  /// Notes that the person has just shown that it is them.
  public void confirm(HttpServletRequest request, Method shown) {
    keep(request.getSession(), new Confirmation(clock.instant(), shown.name()));
  }

  /// What this session keeps of the provider that opened it, if one did.
  @Nullable ProviderSession provider(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : provider(session);
  }

  /// Keeps in this session what was begun at the provider, in the place of what was begun before.
  public void keep(HttpServletRequest request, ProviderTry attempt) {
    request.getSession().setAttribute(TRY, attempt.text());
  }

  /// Takes out of this session what was begun at the provider: each is good once, and not for long.
  public Optional<ProviderTry> takeTry(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Object text = session.getAttribute(TRY);
    session.removeAttribute(TRY);
    return ProviderTry.parse(text)
        .filter(attempt -> attempt.begun().plus(ProviderTry.LASTS).isAfter(clock.instant()));
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

  public Optional<SignedIn> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || session.getAttribute(SINCE) == null) {
      return Optional.empty();
    }
    Optional<Person> person = find(session.getId(), session::getAttribute);
    if (person.isEmpty()) {
      if (!isOwn(session.getId(), session::getAttribute)) {
        LOG.warn("a session that this server did not open was refused");
      }
      session.invalidate();
    }
    return person.map(
        p -> new SignedIn(p, confirmation(session), factors.missing(p), provider(session)));
  }

  /// Whose session this stored one is; empty when nobody's any more.
  public Optional<Person> find(Session stored) {
    return find(stored.getId(), stored::getAttribute);
  }

  private Optional<Person> find(String session, Function<String, @Nullable Object> attributes) {
    return isOwn(session, attributes)
            && attributes.apply(PERSON) instanceof String id
            && attributes.apply(SINCE) instanceof Long since
            && Instant.ofEpochMilli(since).plus(longest).isAfter(clock.instant())
        ? people.find(UUID.fromString(id)).filter(person -> admits(person, since))
        : Optional.empty();
  }

  /// Whether a stored session is one that somebody is signed in by.
  boolean isOpen(Session stored, Person person) {
    return find(stored).filter(found -> found.id().equals(person.id())).isPresent();
  }

  /// Whether a session that was opened at a moment may still be somebody's.
  private static boolean admits(Person person, long sinceMillis) {
    return person.active() && sinceMillis >= person.sessionsFrom().toEpochMilli();
  }

  /// Whether this server opened the session, for whom it says and when. What somebody else put into
  /// the table, or into another session of theirs, it did not.
  boolean isOwn(String session, Function<String, @Nullable Object> attributes) {
    return attributes.apply(MARK) instanceof String mark
        && MessageDigest.isEqual(
            mark.getBytes(US_ASCII), mark(session, attributes).getBytes(US_ASCII));
  }

  String mark(String session, Function<String, @Nullable Object> attributes) {
    return mac.of(
        "session",
        Stream.concat(
                Stream.of(session),
                MARKED.stream().map(name -> Objects.toString(attributes.apply(name), "")))
            .toArray(String[]::new));
  }

  private static void keep(HttpSession session, @Nullable ProviderSession by) {
    if (by != null) {
      session.setAttribute(PROVIDER, by.id());
      session.setAttribute(PROVIDER_FACTOR, by.secondFactor());
      session.setAttribute(PROVIDER_TOKEN, by.token());
    }
  }

  private static @Nullable ProviderSession provider(HttpSession session) {
    return session.getAttribute(PROVIDER) instanceof String id
            && session.getAttribute(PROVIDER_FACTOR) instanceof Boolean factor
            && session.getAttribute(PROVIDER_TOKEN) instanceof String token
        ? new ProviderSession(id, factor, token)
        : null;
  }

  private void keep(HttpSession session, Confirmation shown) {
    String at = String.valueOf(shown.at().toEpochMilli());
    String code = mac.of("confirmation", session.getId(), at, shown.method());
    session.setAttribute(CONFIRMED, at + " " + shown.method() + " " + code);
  }

  /// What this server did not note was not shown.
  private Confirmation confirmation(HttpSession session) {
    if (session.getAttribute(CONFIRMED) instanceof String text) {
      String[] parts = text.split(" ", -1);
      if (parts.length == CONFIRMED_PARTS
          && mac.is(parts[2], "confirmation", session.getId(), parts[0], parts[1])) {
        return new Confirmation(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
      }
    }
    return new Confirmation(Instant.EPOCH, Method.PASSWORD.name());
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
