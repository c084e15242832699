package anbinh.oversight.finding;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Open findings for auditors of the area, but not about themselves or an account of their name.
@Component
class FindingWorklist implements WorklistSource {
  private final FindingTable table;
  private final Access access;
  private final People people;

  FindingWorklist(FindingTable table, Access access, People people) {
    this.table = table;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.AUDITOR)) {
      return List.of();
    }
    int open =
        table.countOpen(
            access.scope(person, Role.AUDITOR),
            people.accountsOf(person.id()),
            WorklistEntry.MAX_COUNT);
    return List.of(WorklistEntry.of(WorklistKind.FINDING, open));
  }
}
