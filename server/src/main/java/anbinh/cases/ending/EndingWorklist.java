package anbinh.cases.ending;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.PendingDecisions;
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
  private final PendingDecisions decisions;

  EndingWorklist(EndingTable table, PendingDecisions decisions) {
    this.table = table;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return decisions.list(
        person, Role.APPROVER, WorklistKind.CASE_CLOSURE_DECISION, table::countPending);
  }
}
