package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides whether a username and a password belong together.
///
/// Answer and time are the same for an unknown person, an inactive one and a wrong password. Failed
/// attempts are limited by username and by address; counts are kept in memory, so a restart forgets
/// them.
@Component
class SignIn {
  private final People people;
  private final PersonTable table;
  private final Passwords passwords;
  private final AuditLog log;
  private final Attempts byAccount;
  private final Attempts byAddress;

  SignIn(
      People people,
      PersonTable table,
      Passwords passwords,
      AuditLog log,
      IdentitySettings settings,
      InstantSource clock) {
    this.people = people;
    this.table = table;
    this.passwords = passwords;
    this.log = log;
    this.byAccount = new Attempts(clock, settings.attemptsPerAccount(), settings.window());
    this.byAddress = new Attempts(clock, settings.attemptsPerAddress(), settings.window());
  }

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
    log.record(
        Event.of(IdentityEvent.SIGNED_IN).by(person.get().actor()).detail("address", address));
    return person.get();
  }

  /// Requires the present password of somebody already signed in.
  void confirm(Person person, String password, String address) {
    begin(byAccount, person.username());
    if (!passwords.matches(password, table.findHash(person.id()).orElse(null))) {
      log.recordApart(
          Event.of(IdentityEvent.SIGN_IN_FAILED)
              .by(person.actor())
              .detail("address", address)
              .asRefused());
      throw Problem.invalid("current", "password-wrong");
    }
    byAccount.undo(person.username());
  }

  private static void begin(Attempts attempts, String key) {
    Optional<Duration> wait = attempts.begin(key);
    if (wait.isPresent()) {
      throw Problem.of(IdentityProblem.TOO_MANY_ATTEMPTS, wait.get().plusMillis(999).toSeconds())
          .after(wait.get());
    }
  }
}
