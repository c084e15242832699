package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the signed-in person may do; the answer is no unless a role in the right area says yes.
///
/// Each `require` returns the person, or throws a [Problem] (403) and records the refusal. This is
/// the only place that decides on roles and areas.
@Component
public class Access {
  private final CurrentPerson current;
  private final AreaTree areas;
  private final AuditLog log;
  private final SignIn signIn;
  private final InstantSource clock;
  private final Duration confirmation;

  Access(
      CurrentPerson current,
      AreaTree areas,
      AuditLog log,
      SignIn signIn,
      InstantSource clock,
      IdentitySettings settings) {
    this.current = current;
    this.areas = areas;
    this.log = log;
    this.signIn = signIn;
    this.clock = clock;
    this.confirmation = settings.confirmation();
  }

  /// Requires that the signed-in person showed a short while ago that it is them: for grave acts,
  /// after everything else about them is known to be allowed. Whoever did not is told how to; that
  /// is no refusal, so it is not recorded.
  public Person requireConfirmed() {
    Person person = current.get();
    Instant oldest = clock.instant().minus(confirmation);
    if (current.findConfirmedAt().filter(at -> !at.isBefore(oldest)).isEmpty()) {
      throw Problem.of(IdentityProblem.CONFIRM_YOURSELF).with("methods", signIn.methods(person));
    }
    return person;
  }

  /// Requires one of the roles in the area; null for what belongs to no area, which needs the whole
  /// site.
  public Person require(@Nullable UUID areaId, Role... roles) {
    Person person = require(roles);
    if (!covers(person, areaId)) {
      throw refuse(
          person,
          IdentityProblem.NOT_YOUR_AREA,
          "area",
          areaId == null ? "site" : areaId.toString());
    }
    return person;
  }

  /// Requires one of the roles, in whatever area.
  public Person require(Role... roles) {
    Person person = current.get();
    if (!holdsAny(person, roles)) {
      String wanted = Arrays.stream(roles).map(Role::name).collect(Collectors.joining("+"));
      throw refuse(person, IdentityProblem.NOT_YOUR_ROLE, "role", wanted);
    }
    return person;
  }

  /// Whether a person holds one of the roles in the area.
  public boolean may(Person person, @Nullable UUID areaId, Role... roles) {
    return holdsAny(person, roles) && covers(person, areaId);
  }

  /// The areas in which a person holds one of the roles.
  public AreaScope scope(Person person, Role... roles) {
    if (!holdsAny(person, roles)) {
      return new AreaScope.Within(Set.of());
    }
    UUID area = person.areaId();
    return area == null ? new AreaScope.Everywhere() : new AreaScope.Within(areas.below(area));
  }

  /// Records that the signed-in person was refused for a feature's own reason, and returns the
  /// problem to throw.
  public Problem refuse(ProblemCode code, String objectKind, Object objectId) {
    return refuse(current.get(), code, objectKind, objectId.toString());
  }

  private Problem refuse(Person person, ProblemCode code, String objectKind, String objectId) {
    log.recordApart(
        Event.of(IdentityEvent.REFUSED)
            .by(person.actor())
            .about(objectKind, objectId, null)
            .fact("reason", code.code())
            .asRefused());
    return Problem.of(code);
  }

  private boolean covers(Person person, @Nullable UUID areaId) {
    UUID own = person.areaId();
    return own == null || (areaId != null && areas.contains(own, areaId));
  }

  private static boolean holdsAny(Person person, Role... roles) {
    return Arrays.stream(roles).anyMatch(person::has);
  }
}
