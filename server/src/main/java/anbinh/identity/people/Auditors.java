package anbinh.identity.people;

import anbinh.audit.LogReaders;
import anbinh.identity.Access;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.identity.Role;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Auditors read the log, whatever their area; an ombudsman reads it without names and contents.
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
    return new Reader(person.actor(), person.has(Role.AUDITOR));
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> ids) {
    return people.displayNames(ids);
  }
}
