package anbinh.campaign;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many campaigns the chair decides, as a plan or with what others said and added since.
@Component
class CampaignWorklist implements WorklistSource {
  private final CampaignTable table;
  private final Access access;
  private final People people;

  CampaignWorklist(CampaignTable table, Access access, People people) {
    this.table = table;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.CHAIR)) {
      return List.of();
    }
    return List.of(
        WorklistEntry.of(
            WorklistKind.CAMPAIGN_DECISION,
            table.countWaiting(
                access.scope(person, Role.CHAIR).areas(),
                people.accountsOf(person.id()),
                WorklistEntry.MAX_COUNT)));
  }
}
