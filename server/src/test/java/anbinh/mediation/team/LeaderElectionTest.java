package anbinh.mediation.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The mediators elect one of them (article 14), and nobody leads whom fewer than the others want.
class LeaderElectionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static List<String> problems(int mediators, int voters, int votes, LocalDate heldOn) {
    return new LeaderElection(LeaderElection.Form.OPEN_VOTE, heldOn, voters, votes)
        .problems("election.", DAY, DAY.plusDays(7), mediators).stream()
            .map(each -> each.field() + " " + each.code())
            .toList();
  }

  @Test
  void moreThanHalfOfTheTeamVoteAndMoreThanHalfOfThemForTheLeader() {
    for (int mediators = 1; mediators <= 30; mediators++) {
      for (int voters = 1; voters <= 30; voters++) {
        for (int votes = 1; votes <= 30; votes++) {
          assertThat(problems(mediators, voters, votes, DAY).isEmpty())
              .as("%s of %s of %s", votes, voters, mediators)
              .isEqualTo(
                  voters <= mediators
                      && voters > mediators - voters
                      && votes <= voters
                      && votes > voters - votes);
        }
      }
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(problems(3, 4, 3, DAY)).containsExactly("election.voters leader-voters-more");
    assertThat(problems(4, 2, 2, DAY)).containsExactly("election.voters leader-voters-few");
    assertThat(problems(3, 3, 4, DAY)).containsExactly("election.votes leader-votes-more");
    assertThat(problems(4, 4, 2, DAY)).containsExactly("election.votes leader-votes-few");
  }

  @Test
  void notBeforeTheirOwnElectionAndNotAfterThePaper() {
    assertThat(problems(3, 3, 2, DAY.minusDays(1)))
        .containsExactly("election.heldOn leader-election-day");
    assertThat(problems(3, 3, 2, DAY.plusDays(7))).isEmpty();
    assertThat(problems(3, 3, 2, DAY.plusDays(8)))
        .containsExactly("election.heldOn leader-election-day");
  }
}
