package anbinh.mediation.team;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.mediation.team.MediationTeam.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediationTeamTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Mediator mediator(
      boolean woman, boolean leader, @Nullable LocalDate decidedOn, @Nullable LocalDate endedOn) {
    return new Mediator(
        UUID.randomUUID(),
        new UUID(0, 1),
        "Trịnh Thị Nga",
        woman,
        leader,
        null,
        new UUID(0, 2),
        Instant.EPOCH,
        null,
        decidedOn == null ? null : "12/QĐ-UBND",
        decidedOn,
        endedOn,
        endedOn == null ? null : Mediator.EndOfOffice.OWN_WISH,
        null,
        null);
  }

  private static MediationTeam team(
      boolean area, @Nullable Boolean represented, List<Mediator> some) {
    return new MediationTeam(new UUID(0, 1), new UUID(0, 3), area, represented, true, some);
  }

  @Test
  void aTeamOfThreeWithAWomanAndALeaderLacksNothing() {
    List<Mediator> three =
        List.of(
            mediator(true, true, DAY, null),
            mediator(false, false, DAY, null),
            mediator(false, false, DAY, null));
    assertThat(team(false, null, three).gaps()).isEmpty();
    assertThat(team(true, null, three).gaps()).containsExactly(Gap.MINORITY);
    assertThat(team(true, false, three).gaps()).containsExactly(Gap.MINORITY);
    assertThat(team(true, true, three).gaps()).isEmpty();
  }

  /// Whom the chair has not recognised, or who is it no more, does not count, whatever the mixture.
  @Test
  void onlyWhoServesCounts() {
    long seed = Long.getLong("anbinh.seed", 20261126);
    var random = new Random(seed);
    for (int n = 0; n < 500; n++) {
      List<Mediator> some = new ArrayList<>();
      int serving = 0;
      boolean woman = false;
      boolean leader = false;
      for (int i = random.nextInt(8); i > 0; i--) {
        boolean decided = random.nextBoolean();
        boolean ended = decided && random.nextInt(3) == 0;
        Mediator each =
            mediator(
                random.nextBoolean(),
                random.nextInt(4) == 0,
                decided ? DAY : null,
                ended ? DAY : null);
        some.add(each);
        if (decided && !ended) {
          serving++;
          woman |= each.woman();
          leader |= each.leader();
        }
      }
      Set<Gap> expected = EnumSet.noneOf(Gap.class);
      if (serving < 3) {
        expected.add(Gap.TOO_FEW);
      }
      if (!woman) {
        expected.add(Gap.NO_WOMAN);
      }
      if (!leader) {
        expected.add(Gap.NO_LEADER);
      }
      MediationTeam team = team(false, null, some);
      assertThat(team.gaps()).as("seed %d", seed).isEqualTo(expected);
      assertThat(team.serving()).hasSize(serving);
    }
  }
}
