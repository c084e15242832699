package anbinh.identity.grant;

import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaScope;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.people.PersonTable;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What another administrator says of roles that decide or supervise.
///
/// Nobody confirms what they had a hand in or get themself, nor by an account that a granter or the
/// grantee made, or lately gave a way in; nor what was granted by an account that they made or
/// lately gave a way in, unless it was made in the first steps. Nothing is confirmed before the
/// person chose a password of their own: until then somebody else knows it.
@Component
@OnlyWhenServing
@NamedInterface("services")
public class GrantDecisions {
  /// How long somebody who was given a way in may be acting for whoever gave it.
  static final Duration LATELY = Duration.ofDays(30);

  private final Access access;
  private final People people;
  private final PersonTable rows;
  private final GrantTable table;
  private final Grants grants;
  private final AuditLog log;

  GrantDecisions(
      Access access,
      People people,
      PersonTable rows,
      GrantTable table,
      Grants grants,
      AuditLog log) {
    this.access = access;
    this.people = people;
    this.rows = rows;
    this.table = table;
    this.grants = grants;
    this.log = log;
  }

  /// What waits in the areas of the signed-in administrator or auditor, the oldest first.
  List<GrantRequest> listWaiting() {
    return table.listWaiting(scope(), grants.now());
  }

  /// What waits no more, the newest first.
  Page<GrantRequest> listEnded(PageRequest request) {
    AreaScope scope = scope();
    return Page.read(
        request,
        each -> List.of(each.id().toString()),
        rows -> table.listEnded(scope, grants.now(), request.after(), rows));
  }

  private AreaScope scope() {
    Person reader = access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return access.scope(reader, Role.ADMINISTRATOR, Role.AUDITOR);
  }

  /// What waits for one administrator.
  ///
  /// @param nextEnd when the first of them lapses; null where none waits
  public record Waiting(int count, @Nullable Instant nextEnd) {}

  /// How much waits that an administrator may confirm.
  public Waiting count(Person by) {
    List<Instant> ends =
        table.listWaiting(access.scope(by, Role.ADMINISTRATOR), grants.now()).stream()
            .filter(each -> whyNot(by, each).isEmpty())
            .map(GrantRequest::until)
            .sorted()
            .toList();
    return new Waiting(ends.size(), ends.isEmpty() ? null : ends.getFirst());
  }

  /// Why somebody may not confirm or refuse a grant of their area; empty when they may.
  Optional<IdentityProblem> whyNot(Person by, GrantRequest request) {
    Set<UUID> own = people.accountsOf(by.id());
    if (!by.has(Role.ADMINISTRATOR)) {
      return Optional.of(IdentityProblem.NOT_YOUR_ROLE);
    }
    if (own.contains(request.personId())) {
      return Optional.of(IdentityProblem.OWN_RIGHTS);
    }
    if (request.granters().stream().anyMatch(own::contains)) {
      return Optional.of(IdentityProblem.OWN_GRANT);
    }
    Set<UUID> granters = new HashSet<>();
    request.granters().forEach(each -> granters.addAll(people.accountsOf(each)));
    Set<UUID> others = new HashSet<>(granters);
    others.addAll(people.accountsOf(request.personId()));
    Instant since = grants.now().minus(LATELY);
    boolean beholden =
        table.isBeholden(own, others, since, null)
            || table.isBeholden(granters, own, since, table.findFirstStepsEnd().orElse(null));
    return beholden ? Optional.of(IdentityProblem.NOT_INDEPENDENT) : Optional.empty();
  }

  boolean mayWithdraw(Person by, GrantRequest request) {
    return by.has(Role.ADMINISTRATOR) && request.granters().contains(by.id());
  }

  Instant now() {
    return grants.now();
  }

  /// @param reason null only where it is confirmed
  @Transactional
  GrantRequest decide(UUID id, GrantOutcome outcome, @Nullable String reason) {
    access.require(Role.ADMINISTRATOR);
    GrantRequest request = find(id);
    Person by = access.require(people.get(request.personId()).areaId(), Role.ADMINISTRATOR);
    whyNot(by, request)
        .ifPresent(why -> {
          throw access.refuse(why, "role-grant", id);
        });
    access.requireConfirmed();
    grants.lock(request.personId());
    GrantRequest waiting = requireWaiting(id);
    var ending = new GrantRequest.Ending(outcome, by.id(), grants.now(), reason);
    Person person = people.get(request.personId());
    if (outcome == GrantOutcome.CONFIRMED) {
      confirm(waiting, person, by, ending);
    } else {
      table.end(waiting, ending);
      log.record(
          grants
              .event(IdentityEvent.ROLES_REFUSED, waiting, person, by.actor())
              .detail("reason", String.valueOf(reason)));
    }
    return find(id);
  }

  private void confirm(GrantRequest waiting, Person person, Person by, GrantRequest.Ending ending) {
    if (!person.active() || !stillStand(waiting, person)) {
      throw Problem.of(IdentityProblem.ROLE_GRANT_LAPSED);
    }
    if (person.mustChangePassword()) {
      throw Problem.of(IdentityProblem.PASSWORD_NOT_CHANGED);
    }
    grants
        .findConflict(person)
        .ifPresent(found -> {
          throw ConflictProblem.of(
              found, code -> access.refuse(code, "person", person.pseudonym()));
        });
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(person.roles());
    Map<Role, LocalDate> lastDays = new EnumMap<>(Role.class);
    lastDays.putAll(person.lastDays());
    roles.addAll(waiting.roles());
    waiting.roles().forEach(lastDays::remove);
    lastDays.putAll(waiting.lastDays());
    rows.replaceGrants(person.granted(roles, lastDays));
    table.end(waiting, ending);
    log.record(
        Grants.withHeld(
            grants.event(IdentityEvent.ROLES_CONFIRMED, waiting, person, by.actor()),
            people.get(person.id())));
  }

  /// Whether all who granted it might still do so.
  private boolean stillStand(GrantRequest request, Person person) {
    return request.granters().stream()
        .allMatch(id ->
            people
                .find(id)
                .filter(Person::active)
                .filter(each -> access.may(each, person.areaId(), Role.ADMINISTRATOR))
                .isPresent());
  }

  @Transactional
  GrantRequest withdraw(UUID id) {
    Person by = access.require(Role.ADMINISTRATOR);
    GrantRequest request = find(id);
    Person person = people.get(request.personId());
    access.require(person.areaId(), Role.ADMINISTRATOR);
    if (!mayWithdraw(by, request)) {
      throw access.refuse(IdentityProblem.NOT_YOUR_GRANT, "role-grant", id);
    }
    grants.lock(request.personId());
    GrantRequest waiting = requireWaiting(id);
    table.end(
        waiting, new GrantRequest.Ending(GrantOutcome.WITHDRAWN, by.id(), grants.now(), null));
    log.record(grants.event(IdentityEvent.ROLES_WITHDRAWN, waiting, person, by.actor()));
    return find(id);
  }

  private GrantRequest find(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(IdentityProblem.NO_SUCH_ROLE_GRANT));
  }

  private GrantRequest requireWaiting(UUID id) {
    GrantRequest request = find(id);
    if (request.ending() != null) {
      throw Problem.of(IdentityProblem.ROLE_GRANT_DECIDED);
    }
    if (!request.waitsAt(grants.now())) {
      throw Problem.of(IdentityProblem.ROLE_GRANT_LAPSED);
    }
    return request;
  }
}
