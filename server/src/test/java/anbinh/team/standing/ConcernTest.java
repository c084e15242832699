package anbinh.team.standing;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.team.Gender;
import anbinh.team.Identity;
import anbinh.team.Origin;
import anbinh.team.member.MemberRules;
import anbinh.team.standing.Concern.Kind;
import anbinh.team.standing.Concern.Residence;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whether somebody still may serve is asked of every day, and not of the first one only.
class ConcernTest {
  private static final LocalDate FROM = LocalDate.of(2024, 7, 10);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final TeamStandard STANDARD =
      new TeamStandard(LocalDate.of(2024, 7, 1), 18, 70, 3, 3, 12, 12, 60, "Luật", false);

  private static Identity born(@Nullable Integer year, @Nullable LocalDate day) {
    return who(year, day, DAY.minusDays(1));
  }

  private static Identity who(
      @Nullable Integer year, @Nullable LocalDate day, @Nullable LocalDate healthOn) {
    return new Identity(
        "Lê Tám", year, day, Gender.MALE, null, null, Origin.RECRUITED, null, healthOn);
  }

  private static List<String> on(LocalDate day, Identity who, boolean overAge) {
    return Concern.of(who, FROM, overAge, new Residence(day.minusDays(1), true), STANDARD, day)
        .stream()
        .map(each -> each.kind() + " " + each.on() + (each.soon() ? " soon" : ""))
        .toList();
  }

  @Test
  void whoTurnsTooOldIsNamedOnTheDayAndBeforeIt() {
    Identity who = who(null, LocalDate.of(1955, 5, 20), LocalDate.of(2026, 2, 1));
    LocalDate old = LocalDate.of(2026, 5, 20);
    assertThat(on(old.minusDays(61), who, false)).isEmpty();
    assertThat(on(old.minusDays(60), who, false)).containsExactly("TOO_OLD 2026-05-20 soon");
    assertThat(on(old.minusDays(1), who, false)).containsExactly("TOO_OLD 2026-05-20 soon");
    assertThat(on(old, who, false)).containsExactly("TOO_OLD 2026-05-20");
    assertThat(on(old.plusDays(5), who, true)).isEmpty();
    // Who was born on 29 February is older on the last day of it.
    assertThat(MemberRules.tooOldFrom(who(null, LocalDate.of(1956, 2, 29), null), 70))
        .isEqualTo(LocalDate.of(2027, 2, 28));
  }

  @Test
  void ofAYearAloneTheBirthdayIsTheOneThatFits() {

    assertThat(MemberRules.tooOldFrom(born(1954, null), 70)).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(MemberRules.tooOldFrom(born(1955, null), 70)).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void aCertificateThatRunsOutIsNamed() {
    LocalDate born = LocalDate.of(1980, 1, 1);
    assertThat(on(DAY, who(null, born, null), false)).containsExactly("HEALTH_MISSING 2024-07-10");
    LocalDate certified = DAY.minusMonths(12);
    assertThat(on(DAY, who(null, born, certified), false))
        .containsExactly("HEALTH_OLD 2026-03-02 soon");
    assertThat(on(DAY.plusDays(1), who(null, born, certified), true))
        .containsExactly("HEALTH_OLD 2026-03-02");
  }

  @Test
  void whoMovedAwayIsNamedAndSoIsWhoWasNotAskedForLong() {
    Identity who = born(1980, null);
    assertThat(kinds(who, null)).containsExactly(Kind.RESIDENCE_UNKNOWN);
    assertThat(kinds(who, new Residence(DAY, true))).isEmpty();
    assertThat(kinds(who, new Residence(DAY.minusDays(3), false)))
        .containsExactly(Kind.NOT_RESIDENT);
    assertThat(kinds(who, new Residence(DAY.minusMonths(13), true)))
        .containsExactly(Kind.RESIDENCE_OLD);
  }

  @Test
  void aStandardThatSaysNothingOfMonthsEndsNothing() {
    var silent =
        new TeamStandard(LocalDate.of(2024, 7, 1), 18, 70, 3, 3, null, null, 60, "Luật", false);
    assertThat(
            Concern.of(
                who(1980, null, DAY.minusYears(9)),
                FROM,
                false,
                new Residence(DAY.minusYears(9), true),
                silent,
                DAY))
        .isEmpty();
  }

  private static List<Kind> kinds(Identity who, @Nullable Residence residence) {
    return Concern.of(who, FROM, false, residence, STANDARD, DAY).stream()
        .map(Concern::kind)
        .toList();
  }
}
