package anbinh.identity.grant;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.PersonTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sees to it that a merger of areas gives nobody roles that nobody holds together: somebody with
/// accounts in two areas that were apart. What they decide by then waits for a confirmation, which
/// is refused while the conflict lasts.
@Component
@NamedInterface("services")
public class MergedAreas {
  private final PersonTable people;
  private final Grants grants;
  private final AreaTree areas;
  private final AuditLog log;

  MergedAreas(PersonTable people, Grants grants, AreaTree areas, AuditLog log) {
    this.people = people;
    this.grants = grants;
    this.areas = areas;
    this.log = log;
  }

  /// Looks at all who work in an area after others came to lie in it.
  ///
  /// @param by who merged them; null where the server carries out what was decided before
  @Transactional(propagation = Propagation.MANDATORY)
  public void review(UUID area, @Nullable Actor by) {
    Set<UUID> below = areas.below(area);
    Map<UUID, Person> deciders = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      if (role.isConfirmed()) {
        people.listActive(role, below).forEach(person -> deciders.put(person.id(), person));
      }
    }
    deciders.values().stream()
        .filter(person -> person.areaId() != null)
        .filter(person -> grants.findConflict(person).isPresent())
        .forEach(person -> suspend(person, by));
  }

  private void suspend(Person person, @Nullable Actor by) {
    Person after = grants.suspend(person, null, GrantCause.AREAS_MERGED);
    log.record(
        Grants.withHeld(
            Event.of(IdentityEvent.ROLES_ENDED)
                .by(by)
                .about("person", person.pseudonym(), null)
                .within(person.areaId())
                .fact("cause", GrantCause.AREAS_MERGED)
                .detail("username", person.username())
                .detail("displayName", person.displayName()),
            after));
  }
}
