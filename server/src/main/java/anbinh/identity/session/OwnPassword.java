package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Person;
import anbinh.identity.people.Passwords;
import anbinh.identity.people.PersonTable;
import anbinh.platform.FieldProblems;
import anbinh.platform.OnlyWhenServing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes the signed-in person's own password, given the present one; who has a second factor must
/// have shown it a short while ago, since a password alone must not open more than it does.
@Component
@OnlyWhenServing
class OwnPassword {
  private final Access access;
  private final CurrentPerson current;
  private final PersonTable table;
  private final Passwords passwords;
  private final SignIn signIn;
  private final StoredSessions sessions;
  private final AuditLog log;

  OwnPassword(
      Access access,
      CurrentPerson current,
      PersonTable table,
      Passwords passwords,
      SignIn signIn,
      StoredSessions sessions,
      AuditLog log) {
    this.access = access;
    this.current = current;
    this.table = table;
    this.passwords = passwords;
    this.signIn = signIn;
    this.sessions = sessions;
    this.log = log;
  }

  @Transactional
  Person change(String old, String password, String address) {
    Person person = current.get();
    if (person.secondFactor()) {
      access.requireConfirmed();
    }
    signIn.confirm(person, "current", old, address);
    var problems = new FieldProblems(passwords.problems("password", password, person.username()));
    if (problems.isEmpty() && password.equals(old)) {
      problems.reject("password", "password-same");
    }
    problems.requireNone();
    table.updateHash(person.id(), passwords.hash(password), false);
    sessions.endAll(person.id());
    log.record(
        Event.of(IdentityEvent.PASSWORD_CHANGED)
            .by(person.actor())
            .about("person", person.pseudonym(), null));
    return table.find(person.id()).orElseThrow();
  }
}
