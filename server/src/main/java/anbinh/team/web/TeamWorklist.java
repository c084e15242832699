package anbinh.team.web;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamProposalTable;
import anbinh.worklist.PendingDecisions;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many proposals about teams and their members the chair decides that others made.
@Component
class TeamWorklist implements WorklistSource {
  private final TeamProposalTable proposals;
  private final TermTable terms;
  private final PendingDecisions decisions;

  TeamWorklist(TeamProposalTable proposals, TermTable terms, PendingDecisions decisions) {
    this.proposals = proposals;
    this.terms = terms;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return decisions.list(
        person,
        Role.CHAIR,
        WorklistKind.TEAM_DECISION,
        (scope, own) ->
            proposals.listPending(scope.areas(), own, null, WorklistEntry.MAX_COUNT).size()
                + terms.listPending(scope.areas(), own, null, WorklistEntry.MAX_COUNT).size());
  }
}
