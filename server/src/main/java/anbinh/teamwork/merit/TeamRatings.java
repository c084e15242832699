package anbinh.teamwork.merit;

import anbinh.standard.StandardFact;
import anbinh.standard.StandardFacts;
import anbinh.standard.UnitKind;
import anbinh.team.member.TeamMembership;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What papers say of the team of a residential area, beside criterion 4.5: whether it was rated as
/// having done its task, and whether anybody was disciplined, as a yes or no and never who or how
/// many.
@Component
class TeamRatings implements StandardFacts {
  private static final String CRITERION = "4.5";

  private final TeamMembership membership;
  private final MeritTable table;

  TeamRatings(TeamMembership membership, MeritTable table) {
    this.membership = membership;
    this.table = table;
  }

  @Override
  public List<StandardFact> answer(Question question) {
    if (question.kind() != UnitKind.RESIDENTIAL_AREA || !question.criterion().equals(CRITERION)) {
      return List.of();
    }
    List<UUID> covering = membership.covering(question.areaId(), question.from(), question.to());
    if (covering.isEmpty()) {
      return List.of();
    }
    boolean disciplined = table.anyDisciplined(covering, question.from(), question.to());
    return List.of(
        new StandardFact(
            "TEAMS_RATED_DONE",
            table.ratedDone(covering, question.year()),
            (long) covering.size(),
            table.anyRatedNotDone(covering, question.year())),
        new StandardFact("TEAM_MEMBER_DISCIPLINED", disciplined ? 1 : 0, null, disciplined));
  }
}
