package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.identity.factor.Method;
import anbinh.identity.factor.Proof;
import anbinh.identity.factor.SecondFactors;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides whether somebody is who they say: by username and password, and by second factors.
///
/// Answer and time are the same for an unknown person, an inactive one and a wrong password. Failed
/// attempts are limited by username and by address, those at the second factor by person, where a
/// right password takes none back; counts are kept in memory, so a restart forgets them.
@Component
class SignIn {
  private final People people;
  private final PersonTable table;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final AuditLog log;
  private final Attempts byAccount;
  private final Attempts byAddress;
  private final Attempts byFactor;

  SignIn(
      People people,
      PersonTable table,
      Passwords passwords,
      SecondFactors factors,
      AuditLog log,
      IdentitySettings settings,
      InstantSource clock) {
    this.people = people;
    this.table = table;
    this.passwords = passwords;
    this.factors = factors;
    this.log = log;
    this.byAccount = new Attempts(clock, settings.attemptsPerAccount(), settings.window());
    this.byAddress = new Attempts(clock, settings.attemptsPerAddress(), settings.window());
    this.byFactor = new Attempts(clock, settings.attemptsPerAccount(), settings.window());
  }

  /// Requires a username and its password. Nothing but a failure is recorded yet: a second factor
  /// may have to follow.
  Person check(String username, String password, String address) {
    String account = username.strip().toLowerCase(Locale.ROOT);
    begin(byAddress, address);
    begin(byAccount, account);
    Optional<Person> person = people.find(account).filter(Person::active);
    String hash = person.flatMap(p -> table.findHash(p.id())).orElse(null);
    if (!passwords.matches(password, hash) || person.isEmpty()) {
      log.recordApart(
          Event.of(IdentityEvent.SIGN_IN_FAILED)
              .by(person.map(Person::actor).orElse(null))
              .detail("username", account)
              .detail("address", address)
              .asRefused());
      throw Problem.of(IdentityProblem.SIGN_IN_FAILED);
    }
    byAddress.undo(address);
    byAccount.undo(account);
    return person.get();
  }

  /// Records a sign-in that is whole.
  ///
  /// @param second what followed the password, or null
  void record(Person person, String address, @Nullable Method second) {
    Event event = Event.of(IdentityEvent.SIGNED_IN).by(person.actor()).detail("address", address);
    log.record(second == null ? event : event.fact("secondFactor", second));
  }

  /// What somebody signed in may show to confirm that it is them: a second factor where they have
  /// one, the password otherwise.
  List<Method> methods(Person person) {
    List<Method> second = factors.methods(person);
    return second.isEmpty() ? List.of(Method.PASSWORD) : second;
  }

  /// Requires a proof of one of the person's [#methods].
  ///
  /// @param challenge the one that this session asked a passkey to sign, if any
  void prove(Person person, Proof proof, @Nullable String challenge, String address) {
    if (!methods(person).contains(proof.method())) {
      throw Problem.invalid("method", "method-not-yours");
    }
    Optional<String> stray = proof.strayField();
    if (stray.isPresent()) {
      throw Problem.invalid(stray.get(), "not-with-method");
    }
    if (proof.method() == Method.PASSWORD) {
      confirm(person, "value", proof.text(), address);
      return;
    }
    String key = person.id().toString();
    begin(byFactor, key);
    if (!factors.accepts(person, proof, challenge)) {
      recordFailure(person, proof.method(), address);
      throw Problem.invalid(
          proof.field(), proof.method() == Method.PASSKEY ? "passkey-wrong" : "code-wrong");
    }
    byFactor.undo(key);
  }

  /// Requires the present password of somebody already signed in.
  void confirm(Person person, String field, String password, String address) {
    begin(byAccount, person.username());
    if (!passwords.matches(password, table.findHash(person.id()).orElse(null))) {
      recordFailure(person, Method.PASSWORD, address);
      throw Problem.invalid(field, "password-wrong");
    }
    byAccount.undo(person.username());
  }

  private void recordFailure(Person person, Method method, String address) {
    log.recordApart(
        Event.of(IdentityEvent.SIGN_IN_FAILED)
            .by(person.actor())
            .fact("method", method)
            .detail("address", address)
            .asRefused());
  }

  private static void begin(Attempts attempts, String key) {
    Optional<Duration> wait = attempts.begin(key);
    if (wait.isPresent()) {
      throw Problem.of(IdentityProblem.TOO_MANY_ATTEMPTS, wait.get().plusMillis(999).toSeconds())
          .after(wait.get());
    }
  }
}
