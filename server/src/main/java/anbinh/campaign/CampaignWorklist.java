package anbinh.campaign;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.PendingDecisions;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many campaigns the chair decides, as a plan or with what others said and added since.
@Component
class CampaignWorklist implements WorklistSource {
  private final CampaignTable table;
  private final PendingDecisions decisions;

  CampaignWorklist(CampaignTable table, PendingDecisions decisions) {
    this.table = table;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return decisions.list(
        person,
        Role.CHAIR,
        WorklistKind.CAMPAIGN_DECISION,
        (scope, own) -> table.countWaiting(scope.areas(), own, WorklistEntry.MAX_COUNT));
  }
}
