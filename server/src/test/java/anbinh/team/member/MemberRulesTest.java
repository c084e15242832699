package anbinh.team.member;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Identity;
import anbinh.team.Origin;
import anbinh.team.member.MemberRules.Warning;
import anbinh.team.member.NationalIdRules.Century;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must be so of somebody who is to be in a team.
class MemberRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final TeamStandard STANDARD =
      new TeamStandard(
          LocalDate.of(2024, 7, 1), 18, 70, 3, 3, 12, 12, 60, "Luật 30/2023/QH15", false);

  private static final NationalIdRules NUMBERS =
      new NationalIdRules(
          Map.of(12, List.of("038", "001", "1"), 9, List.of("17")),
          Map.of(
              0, new Century(1900, Gender.MALE),
              1, new Century(1900, Gender.FEMALE),
              2, new Century(2000, Gender.MALE),
              3, new Century(2000, Gender.FEMALE)));

  private static List<String> number(String number, int born, Gender gender) {
    var who =
        new Identity("Lê Tám", born, null, gender, null, number, Origin.RECRUITED, null, null);
    return MemberRules.identityProblems(who, TODAY, NUMBERS).stream()
        .map(FieldProblem::code)
        .toList();
  }

  @Test
  void holdsTheNumberOfAnIdentityCardAgainstWhoHasIt() {
    assertThat(number("038080001234", 1980, Gender.MALE)).isEmpty();
    assertThat(number("038180001234", 1980, Gender.FEMALE)).isEmpty();
    assertThat(number("038305001234", 2005, Gender.FEMALE)).isEmpty();
    assertThat(number("038180001234", 1980, Gender.OTHER)).isEmpty();
    assertThat(number("038080001234", 1981, Gender.MALE)).containsExactly("team-national-id-year");
    assertThat(number("038280001234", 1980, Gender.MALE)).containsExactly("team-national-id-year");
    assertThat(number("038080001234", 1980, Gender.FEMALE))
        .containsExactly("team-national-id-gender");
    assertThat(number("003080001234", 1980, Gender.MALE)).containsExactly("team-national-id-place");
    assertThat(number("038980001234", 1980, Gender.MALE)).containsExactly("team-national-id");
    assertThat(number("38080001234", 1980, Gender.MALE)).containsExactly("team-national-id-zero");
    for (String wrong :
        List.of("0380800012345", "123", "03808000123a", "111111111111", "٠٣٨٠٨٠٠٠١٢٣٤")) {
      assertThat(number(wrong, 1980, Gender.MALE)).as(wrong).containsExactly("team-national-id");
    }
  }

  @Test
  void takesTheNineDigitsOfBeforeWithAWarning() {
    assertThat(number("171234567", 1960, Gender.MALE)).isEmpty();
    assertThat(number("991234567", 1960, Gender.MALE)).containsExactly("team-national-id-place");
    assertThat(number("17123456", 1960, Gender.MALE)).containsExactly("team-national-id-zero");
    assertThat(number("777777777", 1960, Gender.MALE)).containsExactly("team-national-id");
    var who =
        new Identity(
            "Lê Tám",
            1960,
            null,
            Gender.MALE,
            null,
            "171234567",
            Origin.RECRUITED,
            Education.UPPER_SECONDARY,
            TODAY);
    assertThat(MemberRules.warnings(who, false)).containsExactly(Warning.OLD_IDENTITY_CARD);
  }

  private static Identity born(@Nullable Integer year, @Nullable LocalDate day) {
    return new Identity(
        "Lê Văn Tám", year, day, Gender.MALE, null, null, Origin.RECRUITED, null, null);
  }

  private static Identity certified(LocalDate on) {
    return new Identity(
        "Lê Văn Tám",
        null,
        TODAY.minusYears(75),
        Gender.MALE,
        null,
        null,
        Origin.RECRUITED,
        null,
        on);
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
    assertThat(term(born(null, TODAY.minusYears(75)), true))
        .containsExactly("healthOn team-over-age-health");
    assertThat(term(certified(TODAY.minusMonths(12)), true)).isEmpty();
    assertThat(term(certified(TODAY.minusMonths(12).minusDays(1)), true))
        .containsExactly("healthOn team-over-age-health");
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
    assertThat(MemberRules.identityProblems(who, TODAY, NUMBERS))
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder("birthYear", "nationalId", "phone", "healthOn");
    assertThat(MemberRules.identityProblems(born(null, null), TODAY, NUMBERS))
        .extracting(FieldProblem::code)
        .containsExactly("required");
    assertThat(MemberRules.warnings(who, true))
        .containsExactly(Warning.PRIMARY_EDUCATION, Warning.OVER_AGE);
    assertThat(who.toString()).doesNotContain("Tám");
  }
}
