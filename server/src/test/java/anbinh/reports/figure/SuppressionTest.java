package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  @Test
  void aSumThatFixesASmallCountIsNotTold() {
    assertThat(Suppression.staysOpen(List.of(5L, 1L))).as("6, of 5 to 14 and 1 to 4").isFalse();
    assertThat(Suppression.staysOpen(List.of(14L, 24L, 4L))).as("the most there can be").isFalse();
    assertThat(Suppression.staysOpen(List.of(3L))).isFalse();
  }

  @Test
  void aSumThatLeavesRoomIsTold() {
    assertThat(Suppression.staysOpen(List.of(20L, 9L, 3L, 12L))).isTrue();
    assertThat(Suppression.staysOpen(List.of(7L, 0L, 40L))).as("nothing is small").isTrue();
    assertThat(Suppression.staysOpen(List.of())).isTrue();
  }

  @Test
  void theBoundsOfACountAreThoseOfWhatIsShownOfIt() {
    for (long count = 0; count < 200; count++) {
      Figure shown = Figure.of(count, false);
      for (long other = 0; other < 220; other++) {
        boolean alike = Figure.of(other, false).equals(shown);
        boolean within = other >= Suppression.least(count) && other <= Suppression.most(count);
        assertThat(within).as(other + " for " + count).isEqualTo(alike);
      }
    }
  }
}
