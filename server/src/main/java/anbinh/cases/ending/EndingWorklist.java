package anbinh.cases.ending;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Ends of cases for good, and their reversals, that wait for an approver of the area who does not
/// work on the case.
@Component
class EndingWorklist implements WorklistSource {
  private final EndingTable table;
  private final Access access;
  private final People people;

  EndingWorklist(EndingTable table, Access access, People people) {
    this.table = table;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.APPROVER)) {
      return List.of();
    }
    int pending =
        table.countPending(access.scope(person, Role.APPROVER), people.accountsOf(person.id()));
    return List.of(WorklistEntry.of(WorklistKind.CASE_CLOSURE_DECISION, pending));
  }
}
