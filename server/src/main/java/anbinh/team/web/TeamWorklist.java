package anbinh.team.web;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamProposalTable;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many proposals about teams and their members the chair decides that others made.
@Component
class TeamWorklist implements WorklistSource {
  private final TeamProposalTable proposals;
  private final TermTable terms;
  private final Access access;
  private final People people;

  TeamWorklist(TeamProposalTable proposals, TermTable terms, Access access, People people) {
    this.proposals = proposals;
    this.terms = terms;
    this.access = access;
    this.people = people;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    if (!person.has(Role.CHAIR)) {
      return List.of();
    }
    @Nullable Collection<UUID> communes = access.scope(person, Role.CHAIR).areas();
    Set<UUID> own = people.accountsOf(person.id());
    int count =
        proposals.listPending(communes, own, null, WorklistEntry.MAX_COUNT).size()
            + terms.listPending(communes, own, null, WorklistEntry.MAX_COUNT).size();
    return List.of(
        WorklistEntry.of(WorklistKind.TEAM_DECISION, Math.min(count, WorklistEntry.MAX_COUNT)));
  }
}
