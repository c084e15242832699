package anbinh.mediation.team;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.worklist.PendingDecisions;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// How many teams have mediators whom the chair is to recognise or refuse, and did not propose, and
/// how many releases of mediators that others asked for.
@Component
class MediationTeamWorklist implements WorklistSource {
  private final MediationTeamTable table;
  private final ReleaseTable releases;
  private final PendingDecisions decisions;

  MediationTeamWorklist(
      MediationTeamTable table, ReleaseTable releases, PendingDecisions decisions) {
    this.table = table;
    this.releases = releases;
    this.decisions = decisions;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    return Stream.concat(
            decisions
                .list(
                    person,
                    Role.CHAIR,
                    WorklistKind.MEDIATION_TEAM_DECISION,
                    (scope, own) -> table.countWaiting(scope.areas(), own, WorklistEntry.MAX_COUNT))
                .stream(),
            decisions
                .list(
                    person,
                    Role.CHAIR,
                    WorklistKind.MEDIATOR_RELEASE,
                    (scope, own) -> releases.countWaiting(scope.areas(), own))
                .stream())
        .toList();
  }
}
