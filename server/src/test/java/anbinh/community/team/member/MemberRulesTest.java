package anbinh.community.team.member;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.community.team.member.MemberRules.Warning;
import anbinh.community.team.unit.TeamStandard;
import anbinh.platform.FieldProblem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must be so of somebody who is to be in a team.
class MemberRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final TeamStandard STANDARD =
      new TeamStandard(LocalDate.of(2024, 7, 1), 18, 70, 3, "Luật 30/2023/QH15");

  private static Identity born(@Nullable Integer year, @Nullable LocalDate day) {
    return new Identity(
        "Lê Văn Tám", year, day, Gender.MALE, null, null, Origin.RECRUITED, null, null);
  }

  private static List<String> term(Identity who, boolean overAge) {
    return MemberRules.termProblems(
            who, TODAY, TODAY.plusYears(5), overAge, LocalDate.of(2024, 7, 1), STANDARD)
        .stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  @Test
  void countsTheAgeOnTheFirstDayOfTheTerm() {
    assertThat(term(born(null, TODAY.minusYears(18)), false)).isEmpty();
    assertThat(term(born(null, TODAY.minusYears(18).plusDays(1)), false))
        .containsExactly("birthOn team-too-young");
    assertThat(term(born(null, TODAY.minusYears(71).plusDays(1)), false)).isEmpty();
    assertThat(term(born(null, TODAY.minusYears(71)), false))
        .containsExactly("birthOn team-too-old");
    assertThat(term(born(null, TODAY.minusYears(75)), true)).isEmpty();
    assertThat(term(born(null, TODAY.minusYears(10)), true))
        .containsExactly("birthOn team-too-young");
  }

  @Test
  void ofAYearAloneTheBirthdayIsTheOneThatFits() {
    assertThat(term(born(2008, null), false)).isEmpty();
    assertThat(term(born(2009, null), false)).containsExactly("birthYear team-too-young");
    assertThat(term(born(1955, null), false)).isEmpty();
    assertThat(term(born(1954, null), false)).containsExactly("birthYear team-too-old");
  }

  @Test
  void aTermDoesNotBeginBeforeItsTeamNorEndBeforeItBegins() {
    List<FieldProblem> problems =
        MemberRules.termProblems(
            born(1980, null), TODAY, TODAY.minusDays(1), false, TODAY.plusDays(1), STANDARD);
    assertThat(problems)
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly("until team-term-ends", "from team-before-established");
  }

  @Test
  void namesAllThatIsWrongWithSomebodyAtOnce() {
    var who =
        new Identity(
            "Lê Văn Tám",
            1980,
            LocalDate.of(1981, 2, 3),
            Gender.MALE,
            "gọi sau",
            "123",
            Origin.MILITIA_GUARD,
            Education.PRIMARY,
            TODAY.plusDays(1));
    assertThat(MemberRules.identityProblems(who, TODAY))
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder("birthYear", "nationalId", "phone", "healthOn");
    assertThat(MemberRules.identityProblems(born(null, null), TODAY))
        .extracting(FieldProblem::code)
        .containsExactly("required");
    assertThat(MemberRules.warnings(who, true))
        .containsExactly(Warning.PRIMARY_EDUCATION, Warning.OVER_AGE);
    assertThat(who.toString()).doesNotContain("Tám");
  }
}
