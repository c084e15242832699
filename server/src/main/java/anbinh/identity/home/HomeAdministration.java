package anbinh.identity.home;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator of the whole site does with people's homes.
@Component
@OnlyWhenServing
class HomeAdministration {
  private static final @Nullable UUID WHOLE_SITE = null;

  private final HomeTable table;
  private final Access access;
  private final People people;
  private final AuditLog log;

  HomeAdministration(HomeTable table, Access access, People people, AuditLog log) {
    this.table = table;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// Notes where somebody lives, in the place of what was noted.
  @Transactional
  void note(UUID id, Home home) {
    Person administrator = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    Person person = people.get(id);
    access.requireConfirmed();
    table.put(id, home);
    log.record(event(IdentityEvent.HOME_NOTED, person, administrator));
  }

  @Transactional
  void forget(UUID id) {
    Person administrator = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    Person person = people.get(id);
    access.requireConfirmed();
    if (table.delete(id)) {
      log.record(event(IdentityEvent.HOME_FORGOTTEN, person, administrator));
    }
  }

  private static Event event(IdentityEvent type, Person about, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("person", about.pseudonym(), null)
        .detail("username", about.username())
        .detail("displayName", about.displayName());
  }
}
