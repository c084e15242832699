package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.CRIMES;
import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import anbinh.standard.StandardFact;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardCondition;
import anbinh.standard.criteria.StandardParticipant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands against a unit, by whole numbers and by records.
class ContradictionsTest {
  private static final String WHY = "Cả năm không có vụ việc nào.";
  private static final Criterion UNITS =
      conditional("6.5", AnswerKind.SHARE, StandardCondition.Scope.NUMBERS, "TITLES");
  private static final Criterion GUARDS =
      conditional("7.5", AnswerKind.JUDGMENT, StandardCondition.Scope.WHOLE, "GUARDS");

  private static Criterion conditional(
      String code, AnswerKind answer, StandardCondition.Scope scope, String condition) {
    return new Criterion(
        UUID.randomUUID(),
        UnitKind.SCHOOL,
        code,
        2022,
        null,
        answer,
        answer == AnswerKind.SHARE ? 70 : null,
        "Điều",
        new Criterion.DecisionReason(code, code, code),
        false,
        List.of(
            new StandardCondition(
                code, StandardCondition.Code.valueOf(condition), scope, "Điều", "nếu có")));
  }

  private static List<Contradiction> of(DossierFixture now, @Nullable DossierFixture before) {
    return Contradictions.of(now.make(), before == null ? null : before.make(), Map.of(), null);
  }

  /// 69.96 is not 70, and 99.96 not 100.
  @ParameterizedTest
  @CsvSource({
    "7, 10, 70, true",
    "6996, 10000, 70, false",
    "6999, 10000, 70, false",
    "7000, 10000, 70, true",
    "9996, 10000, 100, false",
    "2499, 2500, 100, false",
    "2500, 2500, 100, true",
    "999999, 1000000, 100, false",
    "699999, 1000000, 70, false",
    "16, 23, 70, false",
    "0, 0, 70, false",
    "0, 0, 100, false",
    "0, 1, 70, false"
  })
  void aShareIsReachedByWholeNumbersAndNeverByRounding(
      long some, long all, int percent, boolean reached) {
    assertThat(Criterion.reaches(some, all, percent)).isEqualTo(reached);
  }

  @Test
  void moreThanLastYearStandsAgainstFewerBothAsSaidAndAsRecorded() {
    assertThat(of(new DossierFixture().answer(CRIMES, true, 3, 3, WHY), null)).isEmpty();
    assertThat(of(new DossierFixture().answer(CRIMES, true, 4, 3, WHY), null))
        .containsExactly(new Contradiction("4.4.a", "MORE_THAN_LAST_YEAR", 4, 3L));
    assertThat(of(new DossierFixture().answer(CRIMES, false, 4, 3, WHY), null))
        .as("who says that it is not met contradicts nothing")
        .isEmpty();
    DossierFixture before = new DossierFixture().answer(CRIMES, true, 2, 3, WHY);
    assertThat(of(new DossierFixture().answer(CRIMES, true, 4, 9, WHY), before))
        .as("this year's assessment says nine of last year, last year's said two")
        .containsExactly(new Contradiction("4.4.a", "MORE_THAN_RECORDED_LAST_YEAR", 4, 2L));
  }

  @Test
  void onlyRecordsThatContradictStandAgainstACriterion() {
    Map<String, List<StandardFact>> facts =
        Map.of(
            "4.1",
            List.of(new StandardFact("TEAMS_RATED_DONE", 0, 1L, false)),
            "4.3.e",
            List.of(new StandardFact("TEAM_MEMBER_DISCIPLINED", 1, null, true)));
    assertThat(
            Contradictions.of(
                new DossierFixture().answer(RESOLUTION, true, null, null, WHY).make(),
                null,
                facts,
                null))
        .containsExactly(new Contradiction(PEACE.code(), "TEAM_MEMBER_DISCIPLINED", 1, null));
  }

  @Test
  void whatThereIsNotIsNotAskedForAndIsHeldAgainstTheMinutes() {
    var absent = List.of(StandardCondition.Code.GUARDS);
    Answer.Said said = Answer.Said.of(GUARDS, true, null, null, absent, WHY);
    assertThat(said.met()).as("neither met nor not").isNull();
    assertThat(said.problems(GUARDS)).isEmpty();
    Answer answer = said.version(GUARDS, 1, 1, false, DossierFixture.HEAD, DossierFixture.START);
    assertThat(answer.holds(GUARDS)).isTrue();
    assertThat(Answer.Said.of(PEACE, true, null, null, absent, WHY).problems(PEACE))
        .extracting(FieldProblem::code)
        .containsExactly("standard-no-condition");

    DossierFixture school = new DossierFixture().criteria(GUARDS).answer(GUARDS, absent, WHY);
    assertThat(Contradictions.of(school.make(), null, Map.of(), minutes())).isEmpty();
    assertThat(
            Contradictions.of(
                school.make(), null, Map.of(), minutes(StandardParticipant.Code.GUARDS)))
        .containsExactly(new Contradiction("7.5", "GUARDS", 1, null));
  }

  private static MeetingMinutes minutes(StandardParticipant.Code... came) {
    return new MeetingMinutes(
        LocalDate.of(2026, 10, 25), "Lê", 120, 96, 4, 96, 0, List.of(came), List.of());
  }

  @Test
  void aShareIsAskedForUnlessTheUnitIsNotEligible() {
    assertThat(Answer.Said.of(UNITS, true, null, null, List.of(), WHY).problems(UNITS))
        .extracting(FieldProblem::field)
        .containsExactly("number", "against");
    assertThat(Answer.Said.of(UNITS, true, 6, 5, List.of(), WHY).problems(UNITS))
        .extracting(FieldProblem::code)
        .containsExactly("standard-more-than-all");
    var none = List.of(StandardCondition.Code.TITLES);
    assertThat(Answer.Said.of(UNITS, true, 0, 0, none, WHY).problems(UNITS)).isEmpty();
    assertThat(of(new DossierFixture().criteria(UNITS).answer(UNITS, true, 0, 0, WHY), null))
        .as("none of none reaches nothing")
        .containsExactly(new Contradiction("6.5", "SHARE_NOT_REACHED", 0, 0L));
    assertThat(of(new DossierFixture().criteria(UNITS).answer(UNITS, true, 699, 999, WHY), null))
        .containsExactly(new Contradiction("6.5", "SHARE_NOT_REACHED", 699, 999L));
    assertThat(of(new DossierFixture().criteria(UNITS).answer(UNITS, true, 7, 10, WHY), null))
        .isEmpty();
  }

  @Test
  void aVillageWithoutAPartyCellHasNoResolutionThoughItsCriterionAsksForOne() {
    assertThat(of(new DossierFixture().withoutPartyOrganisation(), null))
        .containsExactly(new Contradiction("4.1", "RESOLUTION", 0, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0",
        "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b",
        "\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164",
        "\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800",
        "...........................",
        "- - - - - - - - - - - -",
        "ngắn  quá   .  .  ."
      })
  void blanksAndDotsAreNoReason(String words) {
    assertThat(DecisionReason.isShort(words)).isTrue();
  }

  @Test
  void aReasonInAnyScriptIsOne() {
    assertThat(DecisionReason.isShort("Đủ điều kiện thực tế")).isFalse();
    assertThat(DecisionReason.isShort("لأن الوحدات سجلت لاحقًا")).isFalse();
  }
}
