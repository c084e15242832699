package anbinh.sightings.analysis.job;

import anbinh.identity.AreaScope;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.sightings.SightingProblem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may do what with jobs; every refusal is recorded. An investigator asks for one, of a camera
/// of their area; whoever asked, or an administrator of the area, cancels it.
@Component
class AnalysisJobAccess {
  private final Access access;

  AnalysisJobAccess(Access access) {
    this.access = access;
  }

  Person investigator() {
    return access.require(Role.INVESTIGATOR);
  }

  /// Requires that somebody may have footage of an area's cameras analysed.
  Person requireInvestigator(UUID areaId) {
    return access.require(areaId, Role.INVESTIGATOR);
  }

  Person administrator() {
    return access.require(Role.ADMINISTRATOR);
  }

  AreaScope scope(Person administrator) {
    return access.scope(administrator, Role.ADMINISTRATOR);
  }

  Person canceller() {
    return access.require(Role.INVESTIGATOR, Role.ADMINISTRATOR);
  }

  Person requireCanceller(AnalysisJob job) {
    Person person = canceller();
    if (!mayCancel(person, job)) {
      throw access.refuseExactly(
          person.has(Role.ADMINISTRATOR)
              ? IdentityProblem.NOT_YOUR_AREA
              : SightingProblem.NOT_YOUR_ANALYSIS_JOB,
          "analysis-job",
          job.id());
    }
    return person;
  }

  boolean mayCancel(Person person, AnalysisJob job) {
    return (person.has(Role.INVESTIGATOR) && person.id().equals(job.requestedBy()))
        || access.may(person, job.areaId(), Role.ADMINISTRATOR);
  }
}
