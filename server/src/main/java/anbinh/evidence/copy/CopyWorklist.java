package anbinh.evidence.copy;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Copies that wait for an approver of the area, who did not order them.
@Component
class CopyWorklist implements WorklistSource {
  private final CopyTable table;
  private final Access access;
  private final People people;

  CopyWorklist(CopyTable table, Access access, People people) {
    this.table = table;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.APPROVER)) {
      return List.of();
    }
    int made =
        table.countMade(
            access.scope(person, Role.APPROVER),
            people.accountsOf(person.id()),
            WorklistEntry.MAX_COUNT);
    return List.of(WorklistEntry.of(WorklistKind.COPY_CONFIRMATION, made));
  }
}
