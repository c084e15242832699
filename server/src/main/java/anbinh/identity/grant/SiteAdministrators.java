package anbinh.identity.grant;

import anbinh.audit.Actor;
import anbinh.audit.LogAdministrators;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Administrators of the whole site decide about the log, two together, as they grant roles: one
/// acts, another who owes them no account confirms.
@Component
class SiteAdministrators implements LogAdministrators {
  private static final @Nullable UUID WHOLE_SITE = null;

  private final Access access;
  private final People people;
  private final GrantTable table;
  private final Grants grants;

  SiteAdministrators(Access access, People people, GrantTable table, Grants grants) {
    this.access = access;
    this.people = people;
    this.table = table;
    this.grants = grants;
  }

  @Override
  public Actor require() {
    return access.require(WHOLE_SITE, Role.ADMINISTRATOR).actor();
  }

  @Override
  public Actor requireReader() {
    return access.require(WHOLE_SITE, Role.ADMINISTRATOR, Role.AUDITOR).actor();
  }

  @Override
  public void requireConfirmed() {
    access.requireConfirmed();
  }

  @Override
  public boolean isAdministrator(UUID id) {
    return people.find(id).filter(SiteAdministrators::administers).isPresent();
  }

  private static boolean administers(Person person) {
    return person.active() && person.areaId() == null && person.has(Role.ADMINISTRATOR);
  }

  @Override
  public boolean isIndependent(UUID one, UUID other) {
    Set<UUID> own = people.accountsOf(one);
    Set<UUID> others = people.accountsOf(other);
    if (own.contains(other)) {
      return false;
    }
    Instant since = grants.now().minus(GrantDecisions.LATELY);
    Instant made = table.findFirstStepsEnd().orElse(null);
    return !table.isBeholden(own, others, since, made)
        && !table.isBeholden(others, own, since, made);
  }

  @Override
  public boolean mayConfirm(UUID one, UUID other) {
    List<UUID> others = listOthers(other);
    return others.contains(one)
        && (isIndependent(one, other)
            || others.stream().noneMatch(each -> isIndependent(each, other)));
  }

  @Override
  public boolean isAlone(UUID administrator) {
    return listOthers(administrator).isEmpty();
  }

  /// Administrators who are other human beings, as far as their names say.
  private List<UUID> listOthers(UUID administrator) {
    Set<UUID> own = people.accountsOf(administrator);
    return people.listActive(Role.ADMINISTRATOR).stream()
        .filter(SiteAdministrators::administers)
        .map(Person::id)
        .filter(each -> !own.contains(each))
        .toList();
  }

  @Override
  public Problem refuse(ProblemCode code) {
    return access.refuse(code, "log", "suspension");
  }

  @Override
  public String name(UUID person) {
    return people.displayNames(List.of(person)).getOrDefault(person, "");
  }
}
