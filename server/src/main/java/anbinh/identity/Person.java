package anbinh.identity;

import anbinh.audit.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who may sign in.
///
/// @param username small letters; what they sign in with
/// @param roles held today, in the area and all below it
/// @param areaId null for the whole site
/// @param language `vi`, `en` or `ar`
/// @param pseudonym stands for the person in the records of events
/// @param mustChangePassword whether nothing else is allowed before a new password
/// @param secondFactor whether they have one beside the password
/// @param lastDays of the roles that end, and of those that ended and are not held any more
/// @param sessionsFrom sessions that were opened before are over
public record Person(
    UUID id,
    String username,
    String displayName,
    Set<Role> roles,
    @Nullable UUID areaId,
    String language,
    UUID pseudonym,
    boolean active,
    boolean mustChangePassword,
    boolean secondFactor,
    Map<Role, LocalDate> lastDays,
    Instant sessionsFrom) {
  private static final Set<Role> IN_VILLAGES =
      EnumSet.of(
          Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.MEDIATOR, Role.VILLAGE_HEAD, Role.PARTNER);

  public Person {
    roles = Set.copyOf(roles);
    lastDays = Map.copyOf(lastDays);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /// The same person with these roles.
  public Person granted(Set<Role> granted, Map<Role, LocalDate> ends) {
    return holding(granted, ends, active);
  }

  /// The same person signing nobody in and holding nothing.
  public Person withoutRights() {
    return holding(Set.of(), Map.of(), false);
  }

  private Person holding(Set<Role> held, Map<Role, LocalDate> ends, boolean signsIn) {
    return new Person(
        id,
        username,
        displayName,
        held,
        areaId,
        language,
        pseudonym,
        signsIn,
        mustChangePassword,
        secondFactor,
        ends,
        sessionsFrom);
  }

  public Actor actor() {
    return new Actor(id, pseudonym, areaId, mayReport());
  }

  /// Whether they are one of those in the villages who report situations, and hold no office in
  /// which their use of the system has to be watched over.
  private boolean mayReport() {
    return !roles.isEmpty() && IN_VILLAGES.containsAll(roles);
  }
}
