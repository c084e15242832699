package anbinh.cases.officer;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.Cases;
import anbinh.cases.store.OfficerTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets only those read what is closed who work on the case.
@Component
public class NeedToKnow {
  private final Cases cases;
  private final OfficerTable officers;
  private final Access access;

  NeedToKnow(Cases cases, OfficerTable officers, Access access) {
    this.cases = cases;
    this.officers = officers;
    this.access = access;
  }

  /// A case and who works on it.
  public record OnCase(CaseFile file, Person person) {}

  /// Requires that the signed-in person is an investigator who works on the case. The role is
  /// looked at first: others learn nothing about which cases there are.
  public OnCase require(UUID id) {
    Person person = access.require(Role.INVESTIGATOR);
    CaseFile file = cases.get(id);
    if (!officers.isOn(id, person.id())) {
      throw access.refuseExactly(CaseProblem.NOT_YOUR_CASE, "case", id);
    }
    return new OnCase(file, access.require(file.areaId(), Role.INVESTIGATOR));
  }

  /// Whether somebody works on the case.
  public boolean isOn(UUID id, UUID person) {
    return officers.isOn(id, person);
  }

  /// Requires somebody who may say who works on the case: those who do, and approvers of the area.
  public OnCase requireStaffing(UUID id) {
    Person person = access.require(Role.INVESTIGATOR, Role.APPROVER);
    CaseFile file = cases.get(id);
    if (access.may(person, file.areaId(), Role.APPROVER) || !person.has(Role.INVESTIGATOR)) {
      return new OnCase(file, access.require(file.areaId(), Role.APPROVER));
    }
    return require(id);
  }

  /// Requires somebody who may see the case.
  public OnCase requireReading(UUID id) {
    access.require(Role.INVESTIGATOR, Role.APPROVER);
    CaseFile file = cases.get(id);
    return new OnCase(file, access.require(file.areaId(), Role.INVESTIGATOR, Role.APPROVER));
  }
}
