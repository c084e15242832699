package anbinh.evidence.request;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Requests that wait for another person's decision, and packages that wait for who asked for them.
@Component
class RequestWorklist implements WorklistSource {
  private final Reminders reminders;
  private final RequestTable table;
  private final Access access;
  private final People people;

  RequestWorklist(Reminders reminders, RequestTable table, Access access, People people) {
    this.reminders = reminders;
    this.table = table;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    List<WorklistEntry> entries = new ArrayList<>();
    if (person.has(Role.APPROVER)) {
      entries.add(decisions(person));
    }
    if (person.has(Role.INVESTIGATOR)) {
      int ready = table.countReady(person.id(), WorklistEntry.MAX_COUNT);
      entries.add(WorklistEntry.of(WorklistKind.PACKAGE_READY, ready));
    }
    return entries;
  }

  private WorklistEntry decisions(Person approver) {
    Reminders.Waiting waiting =
        reminders.count(people.accountsOf(approver.id()), access.scope(approver, Role.APPROVER));
    return new WorklistEntry(
        WorklistKind.REQUEST_DECISION,
        waiting.count(),
        waiting.pressing(),
        waiting.nextEnd(),
        waiting.latest());
  }
}
