package anbinh.mediation.team;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// More than half of all households of the village, and not of those who came (article 8.3 a).
class ElectionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static List<String> votes(int households, int votes) {
    var election = new Election(Election.Form.SECRET_BALLOT, DAY, households, 3);
    return election.problems("votes", votes).stream().map(FieldProblem::code).toList();
  }

  @Test
  void halfIsNotEnoughWhateverTheNumber() {
    assertThat(votes(100, 50)).containsExactly("election-votes-few");
    assertThat(votes(100, 51)).isEmpty();
    assertThat(votes(101, 50)).containsExactly("election-votes-few");
    assertThat(votes(101, 51)).isEmpty();
    assertThat(votes(1, 1)).isEmpty();
    assertThat(votes(1, 0)).containsExactly("election-votes-few");
    assertThat(votes(100, 101)).containsExactly("election-votes-more");
    for (int households = 1; households <= 300; households++) {
      for (int votes = 0; votes <= households; votes++) {
        assertThat(votes(households, votes).isEmpty()).isEqualTo(votes > households - votes);
      }
    }
  }

  @Test
  void noMoreAreProposedThanTheChairDecidedSeats() {
    var election = new Election(Election.Form.OPEN_VOTE, DAY, 100, 5);
    assertThat(election.problems("election.", DAY, 5)).isEmpty();
    assertThat(election.problems("election.", DAY, 6))
        .extracting(FieldProblem::code)
        .containsExactly("election-seats");
    assertThat(election.problems("election.", DAY.minusDays(1), 3))
        .extracting(FieldProblem::field)
        .containsExactly("election.heldOn");
  }
}
