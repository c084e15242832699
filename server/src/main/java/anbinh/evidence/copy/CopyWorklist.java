package anbinh.evidence.copy;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.PendingDecisions;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Copies that wait for an approver of the area, who did not order them.
@Component
class CopyWorklist implements WorklistSource {
  private final CopyTable table;
  private final PendingDecisions decisions;

  CopyWorklist(CopyTable table, PendingDecisions decisions) {
    this.table = table;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return decisions.list(
        person,
        Role.APPROVER,
        WorklistKind.COPY_CONFIRMATION,
        (scope, own) -> table.countMade(scope, own, WorklistEntry.MAX_COUNT));
  }
}
