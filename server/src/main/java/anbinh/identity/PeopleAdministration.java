package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.identity.factor.SecondFactors;
import anbinh.platform.FieldProblem;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does with the people of their area.
@Component
@OnlyWhenServing
class PeopleAdministration {
  private final Access access;
  private final People people;
  private final PersonTable table;
  private final Passwords passwords;
  private final OpenSessions sessions;
  private final SecondFactors factors;
  private final AreaTree areas;
  private final AuditLog log;

  PeopleAdministration(
      Access access,
      People people,
      PersonTable table,
      Passwords passwords,
      OpenSessions sessions,
      SecondFactors factors,
      AreaTree areas,
      AuditLog log) {
    this.access = access;
    this.people = people;
    this.table = table;
    this.passwords = passwords;
    this.sessions = sessions;
    this.factors = factors;
    this.areas = areas;
    this.log = log;
  }

  Page<Person> list(PageRequest request) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    String after = request.key(0, text -> text).orElse("");
    List<Person> rows =
        table.list(access.scope(administrator, Role.ADMINISTRATOR), after, request.rows());
    return Page.of(rows, request, person -> List.of(person.username()));
  }

  @Transactional
  Person create(NewPerson wanted) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    requireArea(wanted.areaId());
    access.require(wanted.areaId(), Role.ADMINISTRATOR);
    access.requireConfirmed();
    return people.create(wanted, administrator.actor());
  }

  @Transactional
  Person change(UUID id, Change change) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    Person before = people.get(id);
    access.require(before.areaId(), Role.ADMINISTRATOR);
    if (change.areaId() != null) {
      requireArea(change.areaId());
      access.require(change.areaId(), Role.ADMINISTRATOR);
    }
    access.requireConfirmed();
    requireValid(before, change);
    Person after = change.applyTo(before);
    boolean administers = administersSite(after);
    if (administersSite(before) && !administers && table.otherAdministrators(id) == 0) {
      throw Problem.of(IdentityProblem.LAST_ADMINISTRATOR);
    }
    table.update(after);
    if (change.password() != null) {
      table.updateHash(id, passwords.hash(change.password()), true);
    }
    if (change.password() != null || !after.active()) {
      sessions.endAll(id);
    }
    record(administrator, before, after, change.password() != null);
    return people.get(id);
  }

  /// Takes all of somebody's second factors away, for when they lost them; their sessions end.
  @Transactional
  Person resetSecondFactors(UUID id) {
    Person person = requireTheirAdministrator(id);
    factors.reset(id);
    sessions.endAll(id);
    record(IdentityEvent.SECOND_FACTORS_RESET, person);
    return people.get(id);
  }

  @Transactional
  void endSessions(UUID id) {
    Person person = requireTheirAdministrator(id);
    sessions.endAll(id);
    record(IdentityEvent.SESSIONS_ENDED, person);
  }

  private Person requireTheirAdministrator(UUID id) {
    access.require(Role.ADMINISTRATOR);
    Person person = people.get(id);
    access.require(person.areaId(), Role.ADMINISTRATOR);
    access.requireConfirmed();
    return person;
  }

  private void record(IdentityEvent event, Person about) {
    log.record(
        Event.of(event)
            .by(access.require(Role.ADMINISTRATOR).actor())
            .about("person", about.pseudonym(), null)
            .detail("username", about.username())
            .detail("displayName", about.displayName()));
  }

  private void requireValid(Person before, Change change) {
    var problems = new ArrayList<FieldProblem>();
    if (change.displayName() != null) {
      problems.addAll(People.nameProblems(change.displayName()));
    }
    if (change.roles() != null) {
      problems.addAll(People.roleProblems(change.roles()));
    }
    if (change.password() != null) {
      problems.addAll(passwords.problems("password", change.password(), before.username()));
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }

  private void requireArea(@Nullable UUID area) {
    if (area != null && !areas.names(List.of(area)).containsKey(area)) {
      throw Problem.invalid("areaId", "no-such-area");
    }
  }

  private void record(Person administrator, Person before, Person after, boolean newPassword) {
    Event event =
        Event.of(IdentityEvent.PERSON_CHANGED)
            .by(administrator.actor())
            .about("person", before.pseudonym(), null)
            .fact("roles", People.roleNames(after))
            .fact("active", after.active())
            .fact("newPassword", newPassword)
            .detail("rolesBefore", People.roleNames(before))
            .detail("username", before.username())
            .detail("displayName", after.displayName())
            .detail("areaId", String.valueOf(after.areaId()));
    log.record(event);
  }

  private static boolean administersSite(Person person) {
    return person.active() && person.areaId() == null && person.has(Role.ADMINISTRATOR);
  }

  /// What to change about a person; null leaves a thing as it is.
  ///
  /// @param password the person must change it at the next sign-in
  record Change(
      @Nullable String displayName,
      @Nullable Set<Role> roles,
      @Nullable UUID areaId,
      @Nullable Boolean active,
      @Nullable String password) {
    Change {
      roles = roles == null ? null : Set.copyOf(roles);
    }

    Person applyTo(Person person) {
      return new Person(
          person.id(),
          person.username(),
          displayName == null ? person.displayName() : displayName.strip(),
          roles == null ? person.roles() : roles,
          areaId == null ? person.areaId() : areaId,
          person.language(),
          person.pseudonym(),
          active == null ? person.active() : active,
          person.mustChangePassword(),
          person.secondFactor());
    }

    @Override
    public String toString() {
      return "Change[]";
    }
  }
}
