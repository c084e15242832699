package anbinh.cases.party;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Sealed records that are to be opened again, which waits for an approver of the area who does not
/// work on the case.
@Component
class ReopeningWorklist implements WorklistSource {
  private final ReopeningTable table;
  private final Parties parties;
  private final Access access;
  private final People people;

  ReopeningWorklist(ReopeningTable table, Parties parties, Access access, People people) {
    this.table = table;
    this.parties = parties;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.APPROVER)) {
      return List.of();
    }
    int pending =
        table.countPending(
            access.scope(person, Role.APPROVER), people.accountsOf(person.id()), parties.today());
    return List.of(WorklistEntry.of(WorklistKind.PARTY_REOPENING_DECISION, pending));
  }
}
