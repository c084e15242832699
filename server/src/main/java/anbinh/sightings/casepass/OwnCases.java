package anbinh.sightings.casepass;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.store.Cases;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The cases in which an investigator may find and keep passes. Safe for many threads.
@Component
public class OwnCases {
  private final Cases cases;
  private final Access access;

  OwnCases(Cases cases, Access access) {
    this.cases = cases;
    this.access = access;
  }

  /// A case of another area is refused as one that the person does not work on.
  public CaseFile require(UUID id, Person person) {
    CaseFile file = cases.get(id);
    if (!cases.worksOn(id, person.id())) {
      throw access.refuseExactly(CaseProblem.NOT_YOUR_CASE, "case", id);
    }
    access.require(file.areaId(), Role.INVESTIGATOR);
    return file;
  }

  /// The same, which is open.
  public CaseFile requireOpen(UUID id, Person person) {
    CaseFile file = require(id, person);
    if (!file.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
    }
    return file;
  }
}
