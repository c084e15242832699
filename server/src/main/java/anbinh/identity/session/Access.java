package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.Refusals;
import anbinh.identity.AreaScope;
import anbinh.identity.AreaTree;
import anbinh.identity.Confirmation;
import anbinh.identity.CurrentCases;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.IdentitySettings;
import anbinh.identity.OpenEmergencies;
import anbinh.identity.Person;
import anbinh.identity.PersonFacts;
import anbinh.identity.PersonFacts.Fact;
import anbinh.identity.Role;
import anbinh.identity.Viewer;
import anbinh.platform.PlatformProblem;
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
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// What the signed-in person may do; the answer is no unless a role in the right area says yes.
///
/// Each `require` returns the person, or throws a [Problem] (403) and records the refusal. This is
/// the only place that decides on roles and areas.
@Component
@NamedInterface("services")
public class Access {
  private static final Role[] LOOKERS = {Role.DUTY_OFFICER, Role.INVESTIGATOR};

  private final CurrentPerson current;
  private final AreaTree areas;
  private final Rights rights;
  private final Refusals refusals;
  private final SignIn signIn;
  private final InstantSource clock;
  private final Duration confirmation;
  private final Duration freshFootage;

  Access(
      CurrentPerson current,
      AreaTree areas,
      CurrentCases cases,
      OpenEmergencies emergencies,
      Refusals refusals,
      SignIn signIn,
      InstantSource clock,
      IdentitySettings settings) {
    this.current = current;
    this.areas = areas;
    this.rights = new Rights(areas, cases, emergencies);
    this.refusals = refusals;
    this.signIn = signIn;
    this.clock = clock;
    this.confirmation = settings.confirmation();
    this.freshFootage = settings.freshFootage();
  }

  /// The signed-in person, of whom nothing is required: for what is offered to them, since what
  /// they do is required by itself.
  public Person person() {
    return current.get();
  }

  /// Requires that the signed-in person showed a short while ago that it is them: for grave acts,
  /// after everything else about them is known to be allowed. Whoever did not is told how to; that
  /// is no refusal, so it is not recorded.
  public Person requireConfirmed() {
    Person person = current.get();
    Instant oldest = clock.instant().minus(confirmation);
    if (current.findConfirmation().filter(shown -> !shown.at().isBefore(oldest)).isEmpty()) {
      throw Problem.of(IdentityProblem.CONFIRM_YOURSELF)
          .with("methods", signIn.methods(person, current.findProvider()));
    }
    return person;
  }

  /// How the signed-in person last showed that it is them, for what keeps it.
  public Confirmation confirmation() {
    return current.findConfirmation().orElseThrow(() -> Problem.of(PlatformProblem.NOT_SIGNED_IN));
  }

  /// Requires one of the roles in the area; null for what belongs to no area, which needs the whole
  /// site.
  public Person require(@Nullable UUID areaId, Role... roles) {
    Person person = require(roles);
    if (!rights.covers(person, areaId)) {
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
    if (!rights.holds(person, roles)) {
      String requested = Arrays.stream(roles).map(Role::name).collect(Collectors.joining("+"));
      throw refuse(person, IdentityProblem.NOT_YOUR_ROLE, "role", requested);
    }
    return person;
  }

  /// Requires the right to look at footage that a camera in the area recorded from `from` on, be it
  /// by an emergency access.
  public Viewer requireLook(UUID areaId, Instant from) {
    Person person = require(areaId, LOOKERS);
    boolean fresh = !from.isBefore(clock.instant().minus(freshFootage));
    if (rights.mayLook(person, areaId, fresh)) {
      return new Viewer(person, null);
    }
    return rights
        .findEmergency(person, areaId)
        .map(emergency -> new Viewer(person, emergency))
        .orElseThrow(
            () -> refuse(person, IdentityProblem.NO_CURRENT_CASE, "area", areaId.toString()));
  }

  /// Requires an emergency access to the reports of situations of a commune.
  public Viewer requireReading(UUID communeId) {
    Person person = require(Role.COMMUNITY_OFFICER);
    return rights
        .findReading(person, communeId)
        .map(emergency -> new Viewer(person, emergency))
        .orElseThrow(
            () -> refuse(person, IdentityProblem.NO_EMERGENCY, "area", communeId.toString()));
  }

  /// Whether a person holds one of the roles in the area.
  public boolean may(Person person, @Nullable UUID areaId, Role... roles) {
    return rights.may(person, areaId, roles);
  }

  /// The areas in which a person holds one of the roles.
  public AreaScope scope(Person person, Role... roles) {
    if (!rights.holds(person, roles)) {
      return new AreaScope.Within(Set.of());
    }
    UUID area = person.areaId();
    return area == null
        ? new AreaScope.Everywhere()
        : new AreaScope.Within(PersonFacts.find(Fact.AREAS_BELOW, area, areas::below));
  }

  /// Records that the signed-in person was refused for a feature's own reason, and returns the
  /// problem to throw.
  public Problem refuse(ProblemCode code, String objectKind, Object objectId) {
    return refuse(current.get(), code, objectKind, objectId.toString());
  }

  /// The same of evidence and its oversight, which can be joined with no report: auditors see at
  /// once and exactly that it was tried.
  public Problem refuseExactly(ProblemCode code, String objectKind, Object objectId) {
    Person person = current.get();
    refusals.record(
        refusal(person, code, objectKind, objectId.toString()).asExact(), person.id().toString());
    return Problem.of(code);
  }

  /// The same of what was tried under an emergency access, so that its reviewer sees it.
  public Problem refuse(ProblemCode code, String objectKind, Object objectId, UUID emergency) {
    Person person = current.get();
    refusals.record(
        refusal(person, code, objectKind, objectId.toString()).fact("emergency", emergency),
        person.id().toString());
    return Problem.of(code);
  }

  private Problem refuse(Person person, ProblemCode code, String objectKind, String objectId) {
    refusals.record(refusal(person, code, objectKind, objectId), person.id().toString());
    return Problem.of(code);
  }

  private static Event refusal(
      Person person, ProblemCode code, String objectKind, String objectId) {
    return Event.of(IdentityEvent.REFUSED)
        .by(person.actor())
        .about(objectKind, objectId, null)
        .fact("reason", code.code())
        .asRefused();
  }
}
