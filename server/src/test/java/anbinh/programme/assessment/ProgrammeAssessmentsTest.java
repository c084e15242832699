package anbinh.programme.assessment;

import static anbinh.programme.lifecycle.LifecycleFixture.COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.ID;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_VILLAGE;
import static anbinh.programme.lifecycle.LifecycleFixture.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.assessment.ProgrammeAssessment.Conclusion;
import anbinh.programme.assessment.ProgrammeAssessment.Result;
import anbinh.programme.assessment.ProgrammeAssessment.State;
import anbinh.programme.assessment.ProgrammeAssessment.Verdict;
import anbinh.programme.assessment.ProgrammeAssessments.NewProgrammeAssessment;
import anbinh.programme.assessment.ProgrammeAssessments.ProgrammeAnswer;
import anbinh.programme.assessment.ProgrammeAssessments.ProgrammeVerdict;
import anbinh.programme.assessment.ProgrammeAssessments.VerdictOutcome;
import anbinh.programme.lifecycle.LifecycleFixture;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeProposal.Kind;
import anbinh.testing.ThrownProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// For which years a programme is assessed, who confirms that, and what its conclusion does.
class ProgrammeAssessmentsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
  private static final List<ProgrammeAnswer> ALL_MET =
      List.of(new ProgrammeAnswer(Result.MET, null), new ProgrammeAnswer(Result.MET, null));

  private final LifecycleFixture fixture = new LifecycleFixture();
  private final FakeTable table = new FakeTable();
  private final Person officer = AccessFixture.person(2, COMMUNE, Role.COMMUNITY_OFFICER);
  private final Person chair = AccessFixture.person(3, COMMUNE, Role.CHAIR);
  private final ProgrammeAssessments assessments =
      new ProgrammeAssessments(
          table,
          fixture.table,
          fixture.versions,
          fixture.proposals,
          fixture.programmes,
          fixture.places,
          fixture.people,
          fixture.access.access(),
          fixture.ids,
          fixture.clock,
          fixture.log);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static NewProgrammeAssessment form(
      int year, int version, List<ProgrammeAnswer> answers, Conclusion conclusion) {
    return new NewProgrammeAssessment(
        null, year, version, answers, conclusion, "Hoạt động đều.", 3, 3);
  }

  private static NewProgrammeAssessment of(int year, Conclusion conclusion) {
    return form(year, 1, ALL_MET, conclusion);
  }

  private List<String> wrong(NewProgrammeAssessment requested) {
    return ThrownProblem.fields(() -> assessments.assess(ID, requested, officer));
  }

  private UUID made(int year, Conclusion conclusion) {
    return assessments.assess(ID, of(year, conclusion), officer).id();
  }

  private static ProgrammeVerdict confirmed(@Nullable String number, @Nullable LocalDate on) {
    return new ProgrammeVerdict(VerdictOutcome.CONFIRMED, null, number, on);
  }

  private void confirm(UUID id) {
    assessments.decide(ID, id, confirmed(null, null), chair);
  }

  private Programme programme() {
    return fixture.programmes.get(ID);
  }

  @Test
  void yearsFromTheLaunchOnAreAssessedOnceTheyAreOver() {
    fixture.programme(ProgrammeState.ACTIVE);
    assertThat(wrong(of(2026, Conclusion.CONTINUE))).containsExactly("year programme-year-open");
    assertThat(wrong(of(2023, Conclusion.CONTINUE)))
        .containsExactly("year programme-before-launch");
    fixture.on("2025-12-31");
    assertThat(wrong(of(2025, Conclusion.CONTINUE))).containsExactly("year programme-year-open");
    fixture.on("2026-01-01");
    made(2025, Conclusion.CONTINUE);
    made(2024, Conclusion.CONTINUE);
    assertThat(fixture.log.types())
        .containsExactly(ProgrammeEvent.ASSESSED, ProgrammeEvent.ASSESSED);
  }

  @Test
  void whatWasNeverLaunchedIsNotAssessed() {
    fixture.programme(ProgrammeState.PROPOSED);
    assertThat(ThrownProblem.code(() -> made(2025, Conclusion.CONTINUE)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_STATE);
  }

  @Test
  void ofWhatEndedTheYearsUntilThenAreConcludedWithItsEnd() {
    fixture.programme(ProgrammeState.ACTIVE);
    fixture.table.end(ID, LocalDate.of(2024, 12, 31));
    assertThat(wrong(of(2025, Conclusion.END))).containsExactly("year programme-after-end");
    assertThat(wrong(of(2024, Conclusion.CONTINUE)))
        .containsExactly("conclusion programme-ended-end");
    confirm(made(2024, Conclusion.END));
    assertThat(programme().endedOn()).isEqualTo(LocalDate.of(2024, 12, 31));
  }

  @Test
  void theCriteriaAreThoseOfTheTextThatHeldWhenTheYearEnded() {
    fixture.programme(ProgrammeState.ACTIVE);
    fixture.versions.texts.put(2, LifecycleFixture.content("Họp", "Không cháy", "Ký kết"));
    fixture.proposals.all.add(LifecycleFixture.proposal(Kind.LAUNCH, 1, LifecycleFixture.LAUNCHED));
    fixture.proposals.all.add(
        LifecycleFixture.proposal(Kind.CHANGE, 2, LocalDate.of(2025, 12, 31)));
    assertThat(
            ThrownProblem.code(
                () -> assessments.assess(ID, of(2025, Conclusion.CONTINUE), officer)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_OTHER_VERSION);
    assertThat(wrong(form(2025, 2, ALL_MET, Conclusion.CONTINUE)))
        .as("one of the three is not answered")
        .containsExactly("answers programme-answer-all");
    assertThat(assessments.assess(ID, of(2024, Conclusion.CONTINUE), officer).version())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotMetIsExplained() {
    fixture.programme(ProgrammeState.ACTIVE);
    List<ProgrammeAnswer> answers =
        List.of(
            new ProgrammeAnswer(Result.NOT_MET, " "),
            new ProgrammeAnswer(Result.NOT_APPLICABLE, null));
    assertThat(wrong(form(2025, 1, answers, Conclusion.CONTINUE)))
        .containsExactly("answers[0].words programme-why", "answers[1].words programme-why");
  }

  @Test
  void onlyWhatMeetsWhatAppliesIsRecommended() {
    fixture.programme(ProgrammeState.ACTIVE);
    ProgrammeAnswer not = new ProgrammeAnswer(Result.NOT_MET, "Chưa họp đủ.");
    ProgrammeAnswer none = new ProgrammeAnswer(Result.NOT_APPLICABLE, "Không có.");
    assertThat(wrong(form(2025, 1, List.of(ALL_MET.getFirst(), not), Conclusion.RECOMMEND)))
        .containsExactly("conclusion programme-recommend-met");
    assertThat(wrong(form(2025, 1, List.of(none, none), Conclusion.RECOMMEND)))
        .as("nothing of it applied")
        .containsExactly("conclusion programme-recommend-met");
    var some = form(2025, 1, List.of(ALL_MET.getFirst(), none), Conclusion.RECOMMEND);
    confirm(assessments.assess(ID, some, officer).id());
    assertThat(programme().recommended()).isTrue();
  }

  @Test
  void noMorePartnersAgreeThanWereAsked() {
    fixture.programme(ProgrammeState.ACTIVE);
    var more =
        new NewProgrammeAssessment(
            null, 2025, 1, ALL_MET, Conclusion.CONTINUE, "Hoạt động đều.", 2, 3);
    assertThat(wrong(more)).containsExactly("partnersAgreed programme-more-than-asked");
  }

  @Test
  void aYearIsAssessedOnceForEachPartUnlessItWasReturned() {
    fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    UUID first = made(2025, Conclusion.CONTINUE);
    assertThat(ThrownProblem.code(() -> made(2025, Conclusion.REST)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_YEAR_ASSESSED);
    var part =
        new NewProgrammeAssessment(
            OTHER_COMMUNE, 2025, 1, ALL_MET, Conclusion.CONTINUE, "Đều.", 1, 1);
    assertThat(assessments.assess(ID, part, officer).communeId()).isEqualTo(OTHER_COMMUNE);
    var returned = new ProgrammeVerdict(VerdictOutcome.RETURNED, "Thiếu số liệu.", null, null);
    assessments.decide(ID, first, returned, chair);
    assertThat(table.get(first).state()).isEqualTo(State.RETURNED);
    made(2025, Conclusion.REST);
  }

  @Test
  void aCommuneWithoutAPartOfItAssessesNothing() {
    fixture.programme(ProgrammeState.ACTIVE);
    var part =
        new NewProgrammeAssessment(
            OTHER_COMMUNE, 2025, 1, ALL_MET, Conclusion.CONTINUE, "Đều.", 1, 1);
    assertThat(wrong(part)).containsExactly("communeId programme-no-part");
  }

  @Test
  void whoAssessedDoesNotConfirmNorUnderTheirOtherAccount() {
    fixture.programme(ProgrammeState.ACTIVE);
    UUID id = made(2025, Conclusion.CONTINUE);
    fixture.access.signIn(officer);
    assertThat(ThrownProblem.code(() -> assessments.decide(ID, id, confirmed(null, null), officer)))
        .isEqualTo(ProgrammeProblem.OWN_PROGRAMME_ASSESSMENT);
    fixture.people.same(chair, officer);
    fixture.access.signIn(chair);
    assertThat(ThrownProblem.code(() -> confirm(id)))
        .isEqualTo(ProgrammeProblem.OWN_PROGRAMME_ASSESSMENT);
    assertThat(fixture.access.refused()).hasSize(2);
    assertThat(table.get(id).state()).isEqualTo(State.SENT);
  }

  @Test
  void itIsDecidedOnceAndNotUnderAnotherProgramme() {
    fixture.programme(ProgrammeState.ACTIVE);
    UUID id = made(2025, Conclusion.CONTINUE);
    confirm(id);
    assertThat(ThrownProblem.code(() -> confirm(id)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_ASSESSMENT_DECIDED);
    assertThat(ThrownProblem.code(() -> assessments.get(new UUID(6, 9), id)))
        .isEqualTo(ProgrammeProblem.NO_SUCH_PROGRAMME_ASSESSMENT);
  }

  @Test
  void whoReturnsItSaysWhy() {
    fixture.programme(ProgrammeState.ACTIVE);
    UUID id = made(2025, Conclusion.CONTINUE);
    var silent = new ProgrammeVerdict(VerdictOutcome.RETURNED, " ", null, null);
    assertThat(ThrownProblem.fields(() -> assessments.decide(ID, id, silent, chair)))
        .containsExactly("reason required");
  }

  @Test
  void whatStopsAProgrammeNeedsAPaperOfADayOnWhichItRan() {
    fixture.programme(ProgrammeState.ACTIVE);
    UUID id = made(2025, Conclusion.END);
    assertThat(ThrownProblem.fields(() -> confirm(id)))
        .containsExactly("number required", "on required");
    for (LocalDate each : List.of(TODAY.plusDays(1), LifecycleFixture.LAUNCHED.minusDays(1))) {
      assertThat(
              ThrownProblem.fields(
                  () -> assessments.decide(ID, id, confirmed("7/QĐ", each), chair)))
          .as(each.toString())
          .singleElement()
          .asString()
          .startsWith("on ");
    }
    assessments.decide(ID, id, confirmed("7/QĐ", TODAY), chair);
    assertThat(programme().state()).isEqualTo(ProgrammeState.ENDED);
    assertThat(programme().endedOn()).isEqualTo(TODAY);
  }

  @Test
  void whatRestsSleepsAndWhatGoesOnStaysAsItIs() {
    fixture.programme(ProgrammeState.ACTIVE);
    confirm(made(2024, Conclusion.CONTINUE));
    assertThat(programme().state()).isEqualTo(ProgrammeState.ACTIVE);
    assessments.decide(ID, made(2025, Conclusion.REST), confirmed("7/QĐ", TODAY), chair);
    assertThat(programme().state()).isEqualTo(ProgrammeState.DORMANT);
  }

  @Test
  void nothingStopsWhileSomethingElseIsProposed() {
    fixture.programme(ProgrammeState.ACTIVE);
    fixture.proposals.all.add(LifecycleFixture.proposal(Kind.CHANGE, 2, null));
    UUID id = made(2025, Conclusion.REST);
    assertThat(
            ThrownProblem.code(() -> assessments.decide(ID, id, confirmed("7/QĐ", TODAY), chair)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_PROPOSAL_PENDING);
    confirm(made(2024, Conclusion.CONTINUE));
  }

  @Test
  void thePartOfAnotherCommuneStopsNothing() {
    fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    var part =
        new NewProgrammeAssessment(OTHER_COMMUNE, 2025, 1, ALL_MET, Conclusion.END, "Đều.", 1, 1);
    confirm(assessments.assess(ID, part, officer).id());
    assertThat(programme().state()).isEqualTo(ProgrammeState.ACTIVE);
  }

  @Test
  void theLastYearSaysWhetherItIsRecommendedHoweverLateAnEarlierOneIsConfirmed() {
    fixture.programme(ProgrammeState.ACTIVE);
    confirm(made(2025, Conclusion.RECOMMEND));
    confirm(made(2024, Conclusion.CONTINUE));
    assertThat(programme().recommended()).isTrue();
  }

  @Test
  void whatEndedMeanwhileIsConfirmedOnlyWithItsEnd() {
    fixture.programme(ProgrammeState.ACTIVE);
    UUID goesOn = made(2024, Conclusion.RECOMMEND);
    UUID ends = made(2025, Conclusion.END);
    fixture.table.end(ID, LocalDate.of(2026, 1, 10));
    assertThat(ThrownProblem.code(() -> confirm(goesOn)))
        .isEqualTo(ProgrammeProblem.PROGRAMME_STATE);
    confirm(ends);
    assertThat(programme().endedOn()).isEqualTo(LocalDate.of(2026, 1, 10));
    assertThat(programme().recommended()).isFalse();
  }

  /// Assessments in memory; ProgrammesIT runs the real table.
  private static final class FakeTable extends ProgrammeAssessmentTable {
    private final Map<UUID, ProgrammeAssessment> all = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeTable() {
      super(null);
    }

    ProgrammeAssessment get(UUID id) {
      return Objects.requireNonNull(all.get(id));
    }

    @Override
    Optional<ProgrammeAssessment> find(UUID id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    Map<UUID, Integer> lastYears(Collection<UUID> programmes) {
      Map<UUID, Integer> years = new HashMap<>();
      all.values().stream()
          .filter(each -> each.state() == State.CONFIRMED && each.acts())
          .forEach(each -> years.merge(each.programmeId(), each.year(), Math::max));
      return years;
    }

    @Override
    boolean isAssessed(UUID programmeId, @Nullable UUID communeId, int year) {
      return all.values().stream()
          .anyMatch(each ->
              each.state() != State.RETURNED
                  && each.year() == year
                  && Objects.equals(each.communeId(), communeId));
    }

    @Override
    void insert(ProgrammeAssessment one) {
      all.put(one.id(), one);
    }

    @Override
    void decide(UUID id, State state, Verdict verdict) {
      ProgrammeAssessment of = get(id);
      insert(
          new ProgrammeAssessment(
              id,
              of.programmeId(),
              of.communeId(),
              of.year(),
              of.version(),
              of.answers(),
              of.conclusion(),
              of.words(),
              of.partnersAsked(),
              of.partnersAgreed(),
              state,
              of.madeBy(),
              of.madeAt(),
              verdict));
    }
  }
}
