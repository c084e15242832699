package anbinh.cases.party;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.PendingDecisions;
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
  private final PendingDecisions decisions;

  ReopeningWorklist(ReopeningTable table, Parties parties, PendingDecisions decisions) {
    this.table = table;
    this.parties = parties;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return decisions.list(
        person,
        Role.APPROVER,
        WorklistKind.PARTY_REOPENING_DECISION,
        (scope, own) -> table.countPending(scope, own, parties.today()));
  }
}
