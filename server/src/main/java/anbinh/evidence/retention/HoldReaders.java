package anbinh.evidence.retention;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import org.springframework.stereotype.Component;

/// For whom holds wait, and where.
@Component
class HoldReaders {
  private static final Role[] ROLES = {Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR};

  private final Access access;
  private final People people;

  HoldReaders(Access access, People people) {
    this.access = access;
    this.people = people;
  }

  /// Who may have something to do with holds.
  static Role[] roles() {
    return ROLES.clone();
  }

  PackageHoldTable.Reader of(Person person) {
    return new PackageHoldTable.Reader(
        person.id(), access.scope(person, Role.APPROVER), people.accountsOf(person.id()));
  }
}
