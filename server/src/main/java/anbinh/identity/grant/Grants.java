package anbinh.identity.grant;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.PersonRules;
import anbinh.identity.people.PersonTable;
import anbinh.identity.people.RoleEnds;
import anbinh.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is held at once of the roles that somebody is to hold, and what waits for another
/// administrator. Methods that change something need a transaction.
///
/// A role that decides or supervises ([Role#isConfirmed]) waits when it is new or lasts longer, and
/// waits *again*, without being held meanwhile, when an administrator did something by which
/// another human being might sign in with it: moved or renamed the account, set its password, took
/// its second factors away, had it linked with the provider, or set it active again.
@Component
public class Grants {
  /// How long it waits before it lapses.
  static final Duration WAITS = Duration.ofDays(14);

  private final GrantTable table;
  private final PersonTable people;
  private final AreaTree areas;
  private final FirstSteps firstSteps;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  Grants(
      GrantTable table,
      PersonTable people,
      AreaTree areas,
      FirstSteps firstSteps,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    this.table = table;
    this.people = people;
    this.areas = areas;
    this.firstSteps = firstSteps;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// How what somebody is to hold is divided.
  ///
  /// @param held at once
  /// @param awaited by another administrator's confirmation
  /// @param unconfirmed those of `held` that would wait if anybody could confirm them
  public record Settled(Granted held, Granted awaited, Set<Role> unconfirmed) {
    public Settled {
      unconfirmed = Set.copyOf(unconfirmed);
    }

    /// The same with nothing to wait for.
    public Settled withoutAwaited() {
      return new Settled(held, Granted.NOTHING, unconfirmed);
    }
  }

  /// Roles with their last days.
  public record Granted(Set<Role> roles, Map<Role, LocalDate> lastDays) {
    static final Granted NOTHING = new Granted(Set.of(), Map.of());

    public Granted {
      roles = Set.copyOf(roles);
      lastDays = Map.copyOf(lastDays);
    }
  }

  /// Keeps others from changing somebody's roles until the transaction ends.
  public void lock(UUID person) {
    table.lock(person);
  }

  /// All that somebody holds or waits for.
  public Granted listAll(Person person) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(person.roles());
    Map<Role, LocalDate> lastDays = new EnumMap<>(Role.class);
    lastDays.putAll(person.lastDays());
    findWaiting(person.id())
        .ifPresent(open -> {
          roles.addAll(open.roles());
          open.roles().forEach(lastDays::remove);
          lastDays.putAll(open.lastDays());
        });
    return new Granted(roles, lastDays);
  }

  /// The roles that wait, of those of some people for whom some do.
  public Map<UUID, Set<Role>> waiting(Collection<UUID> some) {
    return some.isEmpty() ? Map.of() : table.waiting(some, now());
  }

  private Optional<GrantRequest> findWaiting(UUID person) {
    return table.findOpen(person).filter(open -> open.waitsAt(now()));
  }

  /// Divides what somebody is to hold.
  ///
  /// @param before null for somebody new
  /// @param requested with all the roles that they are to hold
  /// @param by null where the server does it, which needs a confirmation as well
  public Settled settle(
      @Nullable Person before, Person requested, Set<GrantCause> causes, @Nullable Person by) {
    Granted had =
        before == null || !causes.isEmpty()
            ? Granted.NOTHING
            : new Granted(before.roles(), before.lastDays());
    Set<Role> held = EnumSet.noneOf(Role.class);
    Map<Role, LocalDate> heldDays = new EnumMap<>(Role.class);
    Set<Role> awaited = EnumSet.noneOf(Role.class);
    Map<Role, LocalDate> awaitedDays = new EnumMap<>(Role.class);
    Set<Role> unconfirmed = EnumSet.noneOf(Role.class);
    for (Role role : requested.roles()) {
      LocalDate day = requested.lastDays().get(role);
      LocalDate dayBefore = had.lastDays().get(role);
      boolean longer = had.roles().contains(role) && isLater(day, dayBefore);
      if (!role.isConfirmed() || (had.roles().contains(role) && !longer)) {
        put(held, heldDays, role, day);
      } else if (isFirstStep(role, requested, by)) {
        put(held, heldDays, role, day);
        unconfirmed.add(role);
      } else {
        put(awaited, awaitedDays, role, day);
        if (longer) {
          put(held, heldDays, role, dayBefore);
        }
      }
    }
    return new Settled(new Granted(held, heldDays), new Granted(awaited, awaitedDays), unconfirmed);
  }

  private boolean isFirstStep(Role role, Person requested, @Nullable Person by) {
    return by != null
        && by.areaId() == null
        && by.has(Role.ADMINISTRATOR)
        && firstSteps.allow(role, requested.areaId());
  }

  private static void put(
      Set<Role> roles, Map<Role, LocalDate> days, Role role, @Nullable LocalDate day) {
    roles.add(role);
    if (day != null) {
      days.put(role, day);
    }
  }

  /// Null is later than any day.
  private static boolean isLater(@Nullable LocalDate day, @Nullable LocalDate than) {
    return than != null && (day == null || day.isAfter(than));
  }

  /// Notes what waits and what waited, and records it. The person's row holds what they hold by
  /// now.
  public void file(Settled settled, Person person, Set<GrantCause> causes, @Nullable Actor by) {
    Instant now = now();
    Optional<GrantRequest> open = table.findOpen(person.id());
    Granted awaited = settled.awaited();
    if (open.isPresent()
        && causes.isEmpty()
        && open.get().waitsAt(now)
        && open.get().roles().equals(awaited.roles())
        && open.get().lastDays().equals(awaited.lastDays())) {
      return;
    }
    open.ifPresent(waited -> end(waited, person, !awaited.roles().isEmpty(), by, now));
    if (!awaited.roles().isEmpty()) {
      Set<UUID> granters = new HashSet<>(by == null ? Set.of() : Set.of(by.personId()));
      open.filter(waited -> waited.roles().stream().anyMatch(awaited.roles()::contains))
          .ifPresent(waited -> granters.addAll(waited.granters()));
      GrantRequest request = request(person, awaited, causes, granters, now);
      table.insert(request);
      record(request, person, by, "AWAITED");
    }
    if (!settled.unconfirmed().isEmpty()) {
      noteFirstStep(settled, person, causes, by, now);
    }
    firstSteps.endWithSecond(by);
  }

  private void end(
      GrantRequest waited, Person person, boolean replaced, @Nullable Actor by, Instant now) {
    GrantOutcome outcome = replaced ? GrantOutcome.REPLACED : GrantOutcome.WITHDRAWN;
    UUID byId = by == null ? null : by.personId();
    table.end(waited, new GrantRequest.Ending(outcome, byId, now, null));
    if (!replaced && waited.waitsAt(now)) {
      log.record(event(IdentityEvent.ROLES_WITHDRAWN, waited, person, by));
    }
  }

  private void noteFirstStep(
      Settled settled, Person person, Set<GrantCause> causes, @Nullable Actor by, Instant now) {
    Map<Role, LocalDate> days = new EnumMap<>(Role.class);
    settled
        .held()
        .lastDays()
        .forEach((role, day) -> {
          if (settled.unconfirmed().contains(role)) {
            days.put(role, day);
          }
        });
    Set<UUID> granters = by == null ? Set.of() : Set.of(by.personId());
    GrantRequest request =
        request(person, new Granted(settled.unconfirmed(), days), causes, granters, now);
    if (table.findOpen(person.id()).isEmpty()) {
      table.insert(request);
      table.end(request, new GrantRequest.Ending(GrantOutcome.FIRST_STEPS, null, now, null));
    }
    record(request, person, by, "FIRST_STEPS");
  }

  private GrantRequest request(
      Person person, Granted granted, Set<GrantCause> causes, Set<UUID> granters, Instant now) {
    return new GrantRequest(
        ids.next(),
        person.id(),
        granted.roles(),
        granted.lastDays(),
        person.areaId(),
        causes.isEmpty() ? Set.of(GrantCause.GRANTED) : causes,
        granters,
        now,
        now.plus(WAITS),
        null);
  }

  private void record(
      GrantRequest request, Person person, @Nullable Actor by, String confirmation) {
    log.record(
        event(IdentityEvent.ROLES_GRANTED, request, person, by)
            .fact("confirmation", confirmation)
            .fact("until", request.until())
            .fact("causes", request.causes().stream().sorted().toList()));
  }

  /// An event about a grant. Facts name the roles it is about; who had a hand in it is a detail, as
  /// all that names people.
  Event event(IdentityEvent type, GrantRequest request, Person person, @Nullable Actor by) {
    Map<UUID, String> names = people.displayNames(request.granters());
    return Event.of(type)
        .by(by)
        .about("person", person.pseudonym(), null)
        .within(person.areaId())
        .fact("granted", request.roles().stream().map(Role::name).sorted().toList())
        .fact("roleEnds", RoleEnds.names(request.lastDays()))
        .fact("request", request.id())
        .fact(
            "granters",
            request.granters().stream()
                .flatMap(id -> people.find(id).stream())
                .map(granter -> granter.pseudonym().toString())
                .sorted()
                .toList())
        .detail("username", person.username())
        .detail("displayName", person.displayName())
        .detail("areaId", String.valueOf(person.areaId()))
        .detail(
            "granters",
            request.granters().stream()
                .map(id -> names.getOrDefault(id, id.toString()))
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /// Has the deciding roles of an account wait again, since somebody else might sign in with it.
  ///
  /// @param by who brought that about; null where nobody knows, or the server did
  /// @return the person as they are afterwards
  public Person suspend(Person person, @Nullable Person by, GrantCause cause) {
    table.lock(person.id());
    if (by != null && cause != GrantCause.AREAS_MERGED) {
      table.noteReset(person.id(), by.id(), now());
    }
    Granted all = listAll(person);
    if (all.roles().stream().noneMatch(Role::isConfirmed)) {
      return person;
    }
    Set<GrantCause> causes = Set.of(cause);
    Settled settled = settle(person, person.granted(all.roles(), all.lastDays()), causes, by);
    Person after = person.granted(settled.held().roles(), settled.held().lastDays());
    people.replaceGrants(after);
    file(settled, after, causes, by == null ? null : by.actor());
    return after;
  }

  /// Notes that an administrator gave somebody a way in.
  public void noteReset(UUID person, UUID by) {
    table.noteReset(person, by, now());
  }

  /// Why somebody may not hold all that they hold and wait for, together with what other accounts
  /// of their name hold or wait for where the areas overlap; empty where they may.
  public Optional<Found> findConflict(Person person) {
    Set<Role> own = listAll(person).roles();
    Optional<RoleConflict> inside = RoleConflict.among(own, own);
    if (inside.isPresent()) {
      return inside.map(conflict -> new Found(conflict, false));
    }
    return people.listNamesakes(person.id()).stream()
        .filter(other -> !other.equals(person.id()))
        .sorted()
        .flatMap(other -> people.find(other).stream())
        .filter(other -> other.active() && overlap(person.areaId(), other.areaId()))
        .flatMap(other -> RoleConflict.among(own, listAll(other).roles()).stream())
        .map(conflict -> new Found(conflict, true))
        .findFirst();
  }

  /// @param namesake whether the other role is that of another account of the same name
  public record Found(RoleConflict conflict, boolean namesake) {}

  private boolean overlap(@Nullable UUID one, @Nullable UUID other) {
    return one == null || other == null || areas.contains(one, other) || areas.contains(other, one);
  }

  /// What an entry says of the roles that somebody holds from then on.
  public static Event withHeld(Event event, Person person) {
    return event
        .fact("roles", PersonRules.roleNames(person))
        .fact("roleEnds", RoleEnds.names(person.lastDays()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
