package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.Refusals;
import anbinh.identity.Attempts;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.IdentitySettings;
import anbinh.identity.Person;
import anbinh.identity.cookie.DeviceCookie;
import anbinh.identity.factor.Method;
import anbinh.identity.factor.Proof;
import anbinh.identity.factor.SecondFactors;
import anbinh.identity.people.Passwords;
import anbinh.identity.people.People;
import anbinh.identity.people.PersonTable;
import anbinh.identity.provider.ProviderSession;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides whether somebody is who they say: by username and password, and by second factors.
///
/// Answer and time are the same for an unknown person, an inactive one and a wrong password. Failed
/// attempts are limited by username and address together, by address, and by username, so that many
/// addresses gain little. A browser that has signed the person in before ([DeviceCookie]) is
/// counted by itself alone: whatever strangers try, its owner gets in. Attempts at the second
/// factor are limited by person, in the same way, where a right password takes none back. Counts
/// are kept in memory, so a restart forgets them.
@Component
public class SignIn {
  private final People people;
  private final PersonTable table;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final AuditLog log;
  private final Refusals refusals;
  private final DeviceCookie devices;
  private final Attempts byPlace;
  private final Attempts byAddress;
  private final Attempts byAccount;
  private final Attempts byFactor;

  SignIn(
      People people,
      PersonTable table,
      Passwords passwords,
      SecondFactors factors,
      AuditLog log,
      Refusals refusals,
      DeviceCookie devices,
      IdentitySettings settings,
      InstantSource clock) {
    this.people = people;
    this.table = table;
    this.passwords = passwords;
    this.factors = factors;
    this.log = log;
    this.refusals = refusals;
    this.devices = devices;
    this.byPlace = new Attempts(clock, settings.attemptsPerAccount(), settings.window());
    this.byAccount = new Attempts(clock, settings.attemptsOfStrangers(), settings.window());
    this.byAddress = new Attempts(clock, settings.attemptsPerAddress(), settings.window());
    this.byFactor = new Attempts(clock, settings.attemptsPerAccount(), settings.window());
  }

  /// Requires a username and its password. Nothing but a failure is recorded yet: a second factor
  /// may have to follow.
  Person check(String username, String password, HttpServletRequest request) {
    String account = username.strip().toLowerCase(Locale.ROOT);
    String address = request.getRemoteAddr();
    Optional<Person> person = people.find(account).filter(Person::active);
    List<Try> tries = tries(request, account, person);
    tries.forEach(Try::begin);
    String hash = person.flatMap(p -> table.findHash(p.id())).orElse(null);
    if (!passwords.matches(password, hash) || person.isEmpty()) {
      refusals.record(
          Event.of(IdentityEvent.SIGN_IN_FAILED)
              .by(person.map(Person::actor).orElse(null))
              .detail("username", account)
              .detail("address", address)
              .asRefused(),
          address);
      throw Problem.of(IdentityProblem.SIGN_IN_FAILED);
    }
    tries.forEach(Try::undo);
    return person.get();
  }

  private List<Try> tries(HttpServletRequest request, String account, Optional<Person> person) {
    String address = request.getRemoteAddr();
    return person
        .flatMap(known -> devices.find(request, known.id()))
        .map(device -> List.of(new Try(byPlace, device)))
        .orElseGet(() ->
            List.of(
                new Try(byAddress, address),
                new Try(byPlace, account + " " + address),
                new Try(byAccount, account)));
  }

  /// Counts a try from this address that may fail, for what is not a password.
  public void beginFrom(String address) {
    new Try(byAddress, address).begin();
  }

  /// Takes it back, since it did not fail.
  public void undoFrom(String address) {
    byAddress.undo(address);
  }

  /// Records a sign-in that is whole.
  ///
  /// @param second what followed the password, or null
  /// @param by the provider's word that stood in the password's place, or null
  void record(
      Person person, String address, @Nullable Method second, @Nullable ProviderSession by) {
    Event event = Event.of(IdentityEvent.SIGNED_IN).by(person.actor()).detail("address", address);
    if (by != null) {
      event = event.fact("method", Method.PROVIDER).fact("providersFactor", by.secondFactor());
    }
    log.record(second == null ? event : event.fact("secondFactor", second));
  }

  /// What may follow a password that was right, or the provider's word.
  List<Method> secondFactors(Person person) {
    return factors.methods(person);
  }

  /// What somebody signed in may show to confirm that it is them. Whom the provider let in, shows
  /// it there, unless they have a second factor here that the provider's word does not stand for;
  /// everybody else a second factor where they have one, the password otherwise.
  public List<Method> methods(Person person, @Nullable ProviderSession by) {
    var methods = new ArrayList<Method>();
    List<Method> second = factors.methods(person);
    if (by != null && (by.secondFactor() || second.isEmpty())) {
      methods.add(Method.PROVIDER);
    }
    methods.addAll(second);
    return methods.isEmpty() ? List.of(Method.PASSWORD) : methods;
  }

  /// Requires a proof of one of the person's [#methods], which is given here and not elsewhere.
  ///
  /// @param by the provider that let them in, or null
  /// @param challenge the one that this session asked a passkey to sign, if any
  void prove(
      Person person,
      @Nullable ProviderSession by,
      Proof proof,
      @Nullable String challenge,
      HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (proof.method() == Method.PROVIDER || !methods(person, by).contains(proof.method())) {
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
    var attempt =
        new Try(byFactor, devices.find(request, person.id()).orElse(person.id().toString()));
    attempt.begin();
    if (!factors.accepts(person, proof, challenge)) {
      recordFailure(person, proof.method(), address);
      throw Problem.invalid(
          proof.field(), proof.method() == Method.PASSKEY ? "passkey-wrong" : "code-wrong");
    }
    attempt.undo();
  }

  /// Requires the present password of somebody already signed in.
  void confirm(Person person, String field, String password, String address) {
    var attempt = new Try(byPlace, person.id() + " " + address);
    attempt.begin();
    if (!passwords.matches(password, table.findHash(person.id()).orElse(null))) {
      recordFailure(person, Method.PASSWORD, address);
      throw Problem.invalid(field, "password-wrong");
    }
    attempt.undo();
  }

  private void recordFailure(Person person, Method method, String address) {
    refusals.record(
        Event.of(IdentityEvent.SIGN_IN_FAILED)
            .by(person.actor())
            .fact("method", method)
            .detail("address", address)
            .asRefused(),
        address);
  }

  /// One more attempt of what has had so many.
  private record Try(Attempts attempts, String key) {
    void begin() {
      Optional<Duration> wait = attempts.begin(key);
      if (wait.isPresent()) {
        throw Problem.of(IdentityProblem.TOO_MANY_ATTEMPTS, wait.get().plusMillis(999).toSeconds())
            .after(wait.get());
      }
    }

    void undo() {
      attempts.undo(key);
    }
  }
}
