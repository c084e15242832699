package anbinh.worklist;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.emergency.Emergencies;
import anbinh.identity.grant.GrantDecisions;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What waits in `identity`, which is used by worklists and so cannot use them itself: roles for
/// another administrator, emergency accesses for another person's review, and for a day the news
/// that somebody opened the reports of one's communes.
@Component
@OnlyWhenServing
class IdentityWorklist implements WorklistSource {
  private final GrantDecisions grants;
  private final Emergencies emergencies;
  private final Access access;
  private final People people;

  IdentityWorklist(GrantDecisions grants, Emergencies emergencies, Access access, People people) {
    this.grants = grants;
    this.emergencies = emergencies;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    List<WorklistEntry> entries = new ArrayList<>();
    if (person.has(Role.ADMINISTRATOR)) {
      entries.add(grants(person));
    }
    if (person.has(Role.SENIOR_APPROVER) || person.has(Role.AUDITOR)) {
      entries.add(reviews(person));
    }
    if (person.has(Role.COMMUNITY_OFFICER) || person.has(Role.CHAIR)) {
      entries.add(notices(person));
    }
    return entries;
  }

  private WorklistEntry grants(Person person) {
    GrantDecisions.Waiting waiting = grants.count(person);
    return new WorklistEntry(WorklistKind.ROLE_GRANT, waiting.count(), 0, waiting.nextEnd());
  }

  private WorklistEntry reviews(Person person) {
    Emergencies.Waiting waiting =
        emergencies.count(
            people.accountsOf(person.id()),
            access.scope(person, Role.SENIOR_APPROVER, Role.AUDITOR));
    return new WorklistEntry(
        WorklistKind.EMERGENCY_REVIEW, waiting.count(), waiting.overdue(), waiting.nextDue());
  }

  private WorklistEntry notices(Person person) {
    return WorklistEntry.of(
        WorklistKind.EMERGENCY_NOTICE,
        emergencies.countNotices(
            people.accountsOf(person.id()),
            access.scope(person, Role.COMMUNITY_OFFICER, Role.CHAIR)));
  }
}
