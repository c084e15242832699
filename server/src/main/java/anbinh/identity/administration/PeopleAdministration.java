package anbinh.identity.administration;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.factor.SecondFactors;
import anbinh.identity.grant.ConflictProblem;
import anbinh.identity.grant.GrantCause;
import anbinh.identity.grant.Grants;
import anbinh.identity.home.HomeTable;
import anbinh.identity.people.Passwords;
import anbinh.identity.people.People;
import anbinh.identity.people.PersonRules;
import anbinh.identity.people.PersonTable;
import anbinh.identity.people.RoleEnds;
import anbinh.identity.provider.Provider;
import anbinh.identity.provider.ProviderLinks;
import anbinh.identity.session.Access;
import anbinh.identity.session.StoredSessions;
import anbinh.platform.FieldProblems;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
  private final StoredSessions sessions;
  private final SecondFactors factors;
  private final Provider provider;
  private final ProviderLinks links;
  private final HomeTable homes;
  private final AreaTree areas;
  private final Grants grants;
  private final AuditLog log;

  PeopleAdministration(
      Access access,
      People people,
      PersonTable table,
      Passwords passwords,
      StoredSessions sessions,
      SecondFactors factors,
      Provider provider,
      ProviderLinks links,
      HomeTable homes,
      AreaTree areas,
      Grants grants,
      AuditLog log) {
    this.access = access;
    this.people = people;
    this.table = table;
    this.passwords = passwords;
    this.sessions = sessions;
    this.factors = factors;
    this.provider = provider;
    this.links = links;
    this.homes = homes;
    this.areas = areas;
    this.grants = grants;
    this.log = log;
  }

  /// @param area people of this area and all below it; null for any
  Page<Person> list(
      SearchTerms sought,
      @Nullable Role role,
      @Nullable Boolean active,
      @Nullable UUID area,
      PageRequest request) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    var filter =
        new PersonTable.Filter(
            access.scope(administrator, Role.ADMINISTRATOR).areas(),
            area == null ? null : areas.below(area),
            role,
            active,
            sought,
            areas::named);
    PersonTable.After after =
        request
            .key(1, UUID::fromString)
            .map(id -> new PersonTable.After(request.key().getFirst(), id))
            .orElse(null);
    return Page.of(
            table.list(filter, after, request.rows()),
            request,
            listed -> List.of(listed.name(), listed.person().id().toString()),
            most -> table.count(filter, most))
        .map(PersonTable.Listed::person);
  }

  @Transactional
  Person create(NewPerson newPerson) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    requireArea(newPerson.areaId());
    access.require(newPerson.areaId(), Role.ADMINISTRATOR);
    access.requireConfirmed();
    var settled = new AtomicReference<Grants.@Nullable Settled>();
    Person made =
        people.create(
            newPerson,
            administrator.actor(),
            requested -> {
              Grants.Settled found = grants.settle(null, requested, Set.of(), administrator);
              settled.set(found);
              return requested.granted(found.held().roles(), found.held().lastDays());
            });
    grants.file(Objects.requireNonNull(settled.get()), made, Set.of(), administrator.actor());
    requireNoConflict(made);
    return people.get(made.id());
  }

  @Transactional
  Person change(UUID id, Change change) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    grants.lock(id);
    Person before = people.get(id);
    access.require(before.areaId(), Role.ADMINISTRATOR);
    if (change.areaId() != null) {
      requireArea(change.areaId());
      access.require(change.areaId(), Role.ADMINISTRATOR);
    }
    requireAnother(administrator, before);
    access.requireConfirmed();
    Grants.Granted all = grants.listAll(before);
    requireValid(before, all.roles(), change);
    Person requested = change.applyTo(before.granted(all.roles(), all.lastDays()));
    Set<GrantCause> causes = change.causes(before);
    Grants.Settled settled = grants.settle(before, requested, causes, administrator);
    Person after = requested.granted(settled.held().roles(), settled.held().lastDays());
    requireAdministrator(before, after);
    table.update(after);
    if (change.password() != null) {
      table.updateHash(id, passwords.hash(change.password()), true);
      grants.noteReset(id, administrator.id());
    }
    if (change.password() != null || !after.active()) {
      sessions.endAll(id);
    }
    record(administrator, before, after, change.password() != null);
    grants.file(
        after.active() || !before.active() ? settled : settled.withoutAwaited(),
        after,
        causes,
        administrator.actor());
    if (after.active() && (change.roles() != null || !causes.isEmpty())) {
      requireNoConflict(after);
    }
    if (!after.active() && homes.delete(id)) {
      record(IdentityEvent.HOME_FORGOTTEN, before); // Who does not look needs none.
    }
    return people.get(id);
  }

  /// Nobody changes their own rights, be it by another account of their name.
  private void requireAnother(Person administrator, Person person) {
    if (people.maybeSame(administrator, person.id())) {
      throw access.refuse(IdentityProblem.OWN_RIGHTS, "person", person.pseudonym());
    }
  }

  private void requireAdministrator(Person before, Person after) {
    if (administersSite(before)
        && !administersSite(after)
        && table.otherAdministrators(before.id()) == 0) {
      throw Problem.of(IdentityProblem.LAST_ADMINISTRATOR);
    }
  }

  private void requireNoConflict(Person person) {
    grants
        .findConflict(person)
        .ifPresent(found -> {
          throw ConflictProblem.of(
              found, code -> access.refuse(code, "person", person.pseudonym()));
        });
  }

  /// Takes all of somebody's second factors away, for when they lost them; their sessions end.
  @Transactional
  Person resetSecondFactors(UUID id) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    Person person = requireTheirAdministrator(id);
    requireAnother(administrator, person);
    factors.reset(id);
    sessions.endAll(id);
    Person after = grants.suspend(person, administrator, GrantCause.FACTORS_RESET);
    requireAdministrator(person, after);
    log.record(Grants.withHeld(event(IdentityEvent.SECOND_FACTORS_RESET, person), after));
    return people.get(id);
  }

  @Transactional
  void endSessions(UUID id) {
    Person person = requireTheirAdministrator(id);
    sessions.endAll(id);
    record(IdentityEvent.SESSIONS_ENDED, person);
  }

  /// Invites somebody to link their account with the provider.
  @Transactional
  ProviderLinks.Invitation invite(UUID id) {
    Person administrator = access.require(Role.ADMINISTRATOR);
    Person person = requireTheirAdministrator(id);
    requireAnother(administrator, person);
    if (provider.name().isEmpty()) {
      throw Problem.of(IdentityProblem.NO_PROVIDER);
    }
    record(IdentityEvent.PROVIDER_INVITED, person);
    grants.noteReset(id, administrator.id());
    return links.invite(id, administrator.id());
  }

  /// Takes somebody's link with the provider away; their sessions end.
  @Transactional
  void unlink(UUID id) {
    Person person = requireTheirAdministrator(id);
    if (links.remove(id)) {
      sessions.endAll(id);
      record(IdentityEvent.PROVIDER_UNLINKED, person);
    }
  }

  private Person requireTheirAdministrator(UUID id) {
    access.require(Role.ADMINISTRATOR);
    Person person = people.get(id);
    access.require(person.areaId(), Role.ADMINISTRATOR);
    access.requireConfirmed();
    return person;
  }

  private void record(IdentityEvent type, Person about) {
    log.record(event(type, about));
  }

  private Event event(IdentityEvent type, Person about) {
    return Event.of(type)
        .by(access.require(Role.ADMINISTRATOR).actor())
        .about("person", about.pseudonym(), null)
        .within(about.areaId())
        .detail("username", about.username())
        .detail("displayName", about.displayName());
  }

  /// @param all roles that they hold or wait for
  private void requireValid(Person before, Set<Role> all, Change change) {
    var problems = new FieldProblems();
    if (change.displayName() != null) {
      problems.addAll(PersonRules.nameProblems(change.displayName()));
    }
    if (change.roles() != null) {
      problems.addAll(PersonRules.roleProblems(change.roles()));
    }
    if (change.roleEnds() != null) {
      Set<Role> roles = change.roles() == null ? all : change.roles();
      problems.addAll(RoleEnds.problems(roles, change.roleEnds(), table.today()));
    }
    if (change.password() != null) {
      problems.addAll(passwords.problems("password", change.password(), before.username()));
    }
    problems.requireNone();
  }

  private void requireArea(@Nullable UUID area) {
    if (area != null && !areas.names(List.of(area)).containsKey(area)) {
      throw Problem.invalid("areaId", "no-such-area");
    }
  }

  private void record(Person administrator, Person before, Person after, boolean newPassword) {
    log.record(
        Grants.withHeld(Event.of(IdentityEvent.PERSON_CHANGED), after)
            .by(administrator.actor())
            .about("person", before.pseudonym(), null)
            .within(after.areaId())
            .fact("active", after.active())
            .fact("newPassword", newPassword)
            .detail("rolesBefore", PersonRules.roleNames(before))
            .detail("username", before.username())
            .detail("displayName", after.displayName())
            .detail("displayNameBefore", before.displayName())
            .detail("areaId", String.valueOf(after.areaId()))
            .detail("areaIdBefore", String.valueOf(before.areaId())));
    List<String> ended =
        before.roles().stream().filter(role -> !after.has(role)).map(Role::name).sorted().toList();
    if (!ended.isEmpty()) {
      log.record(event(IdentityEvent.ROLES_ENDED, before).fact("ended", ended));
    }
  }

  /// Without an end.
  private static boolean administersSite(Person person) {
    return person.active()
        && person.areaId() == null
        && person.has(Role.ADMINISTRATOR)
        && !person.lastDays().containsKey(Role.ADMINISTRATOR);
  }

  /// What to change about a person; null leaves a thing as it is.
  ///
  /// @param roleEnds the last days of all roles that end; those that are left out do not
  /// @param password the person must change it at the next sign-in
  record Change(
      @Nullable String displayName,
      @Nullable Set<Role> roles,
      @Nullable Map<Role, LocalDate> roleEnds,
      @Nullable UUID areaId,
      @Nullable Boolean active,
      @Nullable String password) {
    Change {
      roles = roles == null ? null : Set.copyOf(roles);
      roleEnds = roleEnds == null ? null : Map.copyOf(roleEnds);
    }

    /// What makes deciding roles wait again: by each of these somebody else might sign in with
    /// them.
    Set<GrantCause> causes(Person before) {
      Set<GrantCause> causes = EnumSet.noneOf(GrantCause.class);
      if (areaId != null && !areaId.equals(before.areaId())) {
        causes.add(GrantCause.MOVED);
      }
      if (displayName != null && !displayName.strip().equals(before.displayName())) {
        causes.add(GrantCause.RENAMED);
      }
      if (password != null) {
        causes.add(GrantCause.PASSWORD_RESET);
      }
      if (active != null && active && !before.active()) {
        causes.add(GrantCause.REACTIVATED);
      }
      return causes;
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
          person.secondFactor(),
          lastDays(person),
          person.sessionsFrom());
    }

    /// New roles without new ends do not end.
    private Map<Role, LocalDate> lastDays(Person person) {
      if (roleEnds != null) {
        return roleEnds;
      }
      return roles == null ? person.lastDays() : Map.of();
    }

    @Override
    public String toString() {
      return "Change[]";
    }
  }
}
