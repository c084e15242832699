package anbinh.team.roster;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Figure;
import anbinh.team.Gender;
import anbinh.team.Origin;
import anbinh.team.roster.RosterView.RosterLine;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What can be worked out of a line by who sees figures only.
class RosterTest {
  private static RosterCounts tally(long men, long women) {
    return new RosterCounts(
        0,
        1,
        3,
        men + women,
        0,
        0,
        0,
        0,
        Map.of(Origin.RECRUITED, men + women),
        Map.of(Gender.MALE, men, Gender.FEMALE, women),
        Map.of(AgeGroup.FROM_45, men + women));
  }

  private static RosterLine line(long men, long women) {
    return Roster.line(null, 1, 0, tally(men, women), false);
  }

  @Test
  void fewerThanFivePeopleAreNotDividedIntoGroups() {
    for (long men = 1; men < 5; men++) {
      RosterLine line = line(men, 0);
      assertThat(line.active()).isEqualTo(new Figure(null, false));
      assertThat(line.genders()).isEmpty();
      assertThat(line.origins()).isEmpty();
      assertThat(line.ages()).isEmpty();
    }
    assertThat(Roster.line(null, 1, 0, tally(3, 0), true).genders())
        .containsEntry(Gender.MALE, new Figure(3L, true));
  }

  /// With 5 men and a woman, an exact sum of 6 would say that there is one woman.
  @Test
  void aSmallGroupIsNotWhatTheSumLeaves() {
    for (long all = 6; all < 60; all++) {
      for (long women = 1; women < 5 && women <= all - 5; women++) {
        RosterLine shown = line(all - women, women);
        Set<Long> fitting = new HashSet<>();
        for (long guess = 1; guess < 5; guess++) {
          for (long men = 0; men < 70; men++) {
            RosterLine other = line(men, guess);
            if (other.active().equals(shown.active()) && other.genders().equals(shown.genders())) {
              fitting.add(guess);
            }
          }
        }
        assertThat(fitting).as("%d women of %d", women, all).hasSizeGreaterThan(1);
      }
    }
  }
}
