package anbinh.identity.signin;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.Refusals;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.grant.GrantCause;
import anbinh.identity.grant.Grants;
import anbinh.identity.people.People;
import anbinh.identity.provider.Identified;
import anbinh.identity.provider.Logout;
import anbinh.identity.provider.Provider;
import anbinh.identity.provider.ProviderLinks;
import anbinh.identity.provider.ProviderTry;
import anbinh.identity.session.SignIn;
import anbinh.identity.session.StoredSessions;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides whose account it is that the provider vouches for, and whether that confirms somebody.
///
/// Only a link opens an account; names and e-mail addresses that the provider gives are not looked
/// at, and no account is made by itself. Tries are limited by address, as those with a password
/// are.
@Component
@OnlyWhenServing
class ProviderSignIn {
  /// How much the provider's clock may be behind ours.
  private static final Duration DRIFT = Duration.ofSeconds(30);

  /// A signed token in its compact form (RFC 7515 §3.1).
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private static final int MAX_LENGTH = 20_000;

  private final Provider provider;
  private final ProviderLinks links;
  private final People people;
  private final StoredSessions sessions;
  private final SignIn signIn;
  private final AuditLog log;
  private final Refusals refusals;
  private final TransactionTemplate transaction;
  private final Grants grants;

  ProviderSignIn(
      Provider provider,
      ProviderLinks links,
      People people,
      StoredSessions sessions,
      SignIn signIn,
      AuditLog log,
      Refusals refusals,
      TransactionTemplate transaction,
      Grants grants) {
    this.provider = provider;
    this.links = links;
    this.people = people;
    this.sessions = sessions;
    this.signIn = signIn;
    this.log = log;
    this.refusals = refusals;
    this.transaction = transaction;
    this.grants = grants;
  }

  /// Counts a try that begins at the provider; it is taken back when it comes to a good end.
  void begin(String address) {
    if (provider.name().isEmpty()) {
      throw Problem.of(IdentityProblem.NO_PROVIDER);
    }
    signIn.beginFrom(address);
  }

  /// @param known what the provider says
  /// @param person whose account that is
  record Welcome(Identified known, Person person) {}

  /// Requires an account for whoever came back; an invitation that the try brought makes the link.
  Welcome welcome(ProviderTry attempt, String code, String state, String address) {
    Identified known = identify(attempt, code, state, address);
    String invitation = attempt.invitation();
    Optional<Person> person = links.find(known.subject()).flatMap(people::find);
    if (person.isEmpty() && invitation != null) {
      person = accept(invitation, known.subject());
    }
    Person found =
        person
            .filter(Person::active)
            .orElseThrow(() -> refuse(null, address, IdentityProblem.NO_ACCOUNT_HERE));
    signIn.undoFrom(address);
    return new Welcome(known, found);
  }

  /// Requires that the provider has just seen that it is the very person of the session.
  void confirm(Person person, ProviderTry attempt, String code, String state, String address) {
    Identified known = identify(attempt, code, state, address);
    Instant seen = known.authenticatedAt();
    boolean same = links.find(known.subject()).filter(person.id()::equals).isPresent();
    boolean now = seen != null && !seen.isBefore(attempt.begun().minus(DRIFT));
    boolean enough = known.secondFactor() || !person.secondFactor();
    if (!same || !now || !enough) {
      throw refuse(person, address, IdentityProblem.PROVIDER_DID_NOT_CONFIRM);
    }
    signIn.undoFrom(address);
  }

  /// Ends the sessions that the provider says are over.
  void end(String logoutToken, String address) {
    if (logoutToken.length() > MAX_LENGTH || !TOKEN.matcher(logoutToken).matches()) {
      throw Problem.invalid("logout_token", "logout-token");
    }
    signIn.beginFrom(address);
    Logout logout = provider.left(logoutToken);
    signIn.undoFrom(address);
    transaction.executeWithoutResult(status -> end(logout));
  }

  private void end(Logout logout) {
    Optional<UUID> person = links.find(logout.subject());
    int ended = sessions.endOfProvider(logout.session(), person.orElse(null));
    if (ended > 0) {
      Event event = Event.of(IdentityEvent.SESSIONS_ENDED).fact("sessions", ended);
      log.record(
          person
              .flatMap(people::find)
              .map(known -> event.about("person", known.pseudonym(), null))
              .orElse(event)
              .fact("by", "provider"));
    }
  }

  private Identified identify(ProviderTry attempt, String code, String state, String address) {
    try {
      return provider.identify(attempt, code, state);
    } catch (Problem problem) {
      if (problem.code() == IdentityProblem.PROVIDER_REFUSED) {
        recordFailure(null, address, IdentityProblem.PROVIDER_REFUSED);
      }
      throw problem;
    }
  }

  private Optional<Person> accept(String invitation, String subject) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          Optional<Person> person = accept(links.accept(invitation, subject));
          person.ifPresent(linked ->
              log.record(
                  Grants.withHeld(
                      Event.of(IdentityEvent.PROVIDER_LINKED)
                          .by(linked.actor())
                          .about("person", linked.pseudonym(), null)
                          .detail("username", linked.username()),
                      linked)));
          return person;
        }));
  }

  /// Whoever was invited may be somebody else, so what they decide waits again.
  private Optional<Person> accept(Optional<ProviderLinks.Accepted> accepted) {
    return accepted.map(each ->
        grants.suspend(
            people.get(each.person()), people.get(each.invitedBy()), GrantCause.PROVIDER_LINKED));
  }

  private Problem refuse(@Nullable Person person, String address, IdentityProblem problem) {
    recordFailure(person, address, problem);
    return Problem.of(problem, provider.name().orElse(""));
  }

  private void recordFailure(@Nullable Person person, String address, IdentityProblem problem) {
    refusals.record(
        Event.of(IdentityEvent.SIGN_IN_FAILED)
            .by(person == null ? null : person.actor())
            .fact("method", "PROVIDER")
            .fact("reason", problem.code())
            .detail("address", address)
            .asRefused(),
        address);
  }
}
