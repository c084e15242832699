package anbinh.sightings.wanted;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.Cases;
import anbinh.identity.AreaScope;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may do what with wanted vehicles; every refusal is recorded.
///
/// Asked for by an investigator of the area, in a case that they work on where one is named.
/// Decided by an approver of the area who is not the requester and does not bear their name
/// ([People#maybeSame]). Ended by the requester or an approver of the area. Seen in the area by
/// these and by duty officers.
@Component
public class WantedAccess {
  private static final Role[] READERS = {Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER};
  private static final Role[] CHECKERS = {Role.DUTY_OFFICER, Role.INVESTIGATOR};

  private final Access access;
  private final People people;
  private final Cases cases;

  WantedAccess(Access access, People people, Cases cases) {
    this.access = access;
    this.people = people;
    this.cases = cases;
  }

  /// Whoever may see some of the list and of its alerts.
  public Person reader() {
    return access.require(READERS);
  }

  public AreaScope scope(Person reader) {
    return access.scope(reader, READERS);
  }

  /// Where somebody may look after alerts.
  public AreaScope checkerScope(Person checker) {
    return access.scope(checker, CHECKERS);
  }

  /// Where somebody may decide about entries.
  AreaScope approverScope(Person approver) {
    return access.scope(approver, Role.APPROVER);
  }

  /// Whoever may look after some alerts.
  public Person checker() {
    return access.require(CHECKERS);
  }

  /// Requires the same of alerts in an area.
  public Person requireChecker(UUID areaId) {
    return access.require(areaId, CHECKERS);
  }

  Person requireRequester(UUID areaId, @Nullable UUID caseId) {
    Person person = access.require(areaId, Role.INVESTIGATOR);
    if (caseId != null) {
      CaseFile file = cases.get(caseId);
      if (!cases.worksOn(caseId, person.id())) {
        throw access.refuseExactly(CaseProblem.NOT_YOUR_CASE, "case", caseId);
      }
      if (!file.open()) {
        throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
      }
    }
    return person;
  }

  Person approver() {
    return access.require(Role.APPROVER);
  }

  Person requireDecider(WantedVehicle vehicle) {
    Person person = access.require(vehicle.areaId(), Role.APPROVER);
    if (people.maybeSame(person, vehicle.requestedBy())) {
      throw access.refuseExactly(WantedProblem.OWN_WANTED_VEHICLE, "wanted-vehicle", vehicle.id());
    }
    return access.requireConfirmed();
  }

  boolean mayDecide(Person person, WantedVehicle vehicle) {
    return access.may(person, vehicle.areaId(), Role.APPROVER)
        && !people.maybeSame(person, vehicle.requestedBy());
  }

  Person ender() {
    return access.require(Role.INVESTIGATOR, Role.APPROVER);
  }

  Person requireEnder(WantedVehicle vehicle) {
    Person person = ender();
    if (!mayEnd(person, vehicle)) {
      throw access.refuseExactly(
          person.has(Role.APPROVER)
              ? IdentityProblem.NOT_YOUR_AREA
              : WantedProblem.NOT_YOUR_WANTED_VEHICLE,
          "wanted-vehicle",
          vehicle.id());
    }
    return person;
  }

  boolean mayEnd(Person person, WantedVehicle vehicle) {
    return (person.has(Role.INVESTIGATOR) && person.id().equals(vehicle.requestedBy()))
        || access.may(person, vehicle.areaId(), Role.APPROVER);
  }
}
