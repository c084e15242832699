package anbinh.identity.administration;

import anbinh.audit.LogReaders;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Auditors read the log of their area; an ombudsman reads it without names and contents.
@Component
class Auditors implements LogReaders {
  private final Access access;
  private final People people;

  Auditors(Access access, People people) {
    this.access = access;
    this.people = people;
  }

  @Override
  public Reader require() {
    Person person = access.require(Role.AUDITOR, Role.OMBUDSMAN);
    return new Reader(person.actor(), person.has(Role.AUDITOR), areas(person));
  }

  private @Nullable Set<UUID> areas(Person person) {
    return access.scope(person, Role.AUDITOR, Role.OMBUDSMAN).areas();
  }

  @Override
  public Problem refuse(long index) {
    return access.refuse(IdentityProblem.NOT_YOUR_AREA, "log", index);
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> ids) {
    return people.displayNames(ids);
  }
}
