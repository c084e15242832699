package anbinh.cases.officer;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.OfficerTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts investigators on cases and takes them off; rights are the caller's to check. A case always
/// has one.
@Component
class Officers {
  private final OfficerTable table;
  private final People people;
  private final Access access;
  private final SiteClock clock;
  private final AuditLog log;

  Officers(OfficerTable table, People people, Access access, SiteClock clock, AuditLog log) {
    this.table = table;
    this.people = people;
    this.access = access;
    this.clock = clock;
    this.log = log;
  }

  /// Investigators of the area who do not work on the case yet, by name.
  List<Person> possible(CaseFile file) {
    List<UUID> present =
        table.list(file.id()).stream().map(OfficerTable.Officer::personId).toList();
    return people.listActive(Role.INVESTIGATOR).stream()
        .filter(person -> access.may(person, file.areaId(), Role.INVESTIGATOR))
        .filter(person -> !present.contains(person.id()))
        .sorted(Comparator.comparing(Person::displayName))
        .toList();
  }

  @Transactional
  void putOn(CaseFile file, UUID personId, Person by) {
    boolean fits =
        people
            .find(personId)
            .filter(Person::active)
            .filter(person -> access.may(person, file.areaId(), Role.INVESTIGATOR))
            .isPresent();
    if (!fits) {
      throw Problem.invalid("personId", "unknown");
    }
    if (table.putOn(file.id(), personId, clock.now())) {
      log.record(event(OfficerEvent.PUT_ON, file, personId, by));
    }
  }

  @Transactional
  void takeOff(CaseFile file, UUID personId, Person by) {
    List<UUID> present =
        table.lockForUpdate(file.id()).stream().map(OfficerTable.Officer::personId).toList();
    if (present.equals(List.of(personId))) {
      throw Problem.of(CaseProblem.LAST_OFFICER, file.code());
    }
    if (!table.takeOff(file.id(), personId, clock.now())) {
      throw Problem.of(CaseProblem.NO_SUCH_OFFICER, file.code());
    }
    log.record(event(OfficerEvent.TAKEN_OFF, file, personId, by));
  }

  private Event event(OfficerEvent type, CaseFile file, UUID personId, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("case", file.id(), file.code())
        .fact("officer", people.get(personId).pseudonym())
        .detail("person", personId);
  }
}
