package anbinh.oversight.finding;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.PendingDecisions;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Open findings for auditors of the area, but not about themselves or an account of their name.
@Component
class FindingWorklist implements WorklistSource {
  private final FindingTable table;
  private final PendingDecisions decisions;

  FindingWorklist(FindingTable table, PendingDecisions decisions) {
    this.table = table;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return decisions.list(
        person,
        Role.AUDITOR,
        WorklistKind.FINDING,
        (scope, own) -> table.countOpen(scope, own, WorklistEntry.MAX_COUNT));
  }
}
