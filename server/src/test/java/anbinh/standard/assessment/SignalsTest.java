package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.CRIMES;
import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.standard.assessment.Signals.Kind;
import anbinh.standard.assessment.Signals.Neighbours;
import anbinh.standard.assessment.Signals.SignalQuestion;
import anbinh.standard.criteria.StandardParticipant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final Neighbours ALONE = new Neighbours(1, 1, List.of());
  private static final MeetingMinutes MINUTES =
      new MeetingMinutes(
          LocalDate.of(2026, 10, 25),
          "Lê Xuân Tùng",
          120,
          96,
          4,
          96,
          0,
          List.of(StandardParticipant.Code.POLICE),
          List.of());

  /// Nothing remarkable: an hour's work, other words than last year's, numbers that fit.
  private static DossierFixture ordinary() {
    return new DossierFixture()
        .answer(RESOLUTION, true, null, null, "Chi bộ có Nghị quyết 03.")
        .answer(PEACE, true, null, null, "Có hai việc nhỏ, đã hòa giải.")
        .answer(CRIMES, true, 2, 3, "Hai vụ trộm vặt, năm trước ba vụ.")
        .later(60)
        .step(StandardStep.Kind.SELF_ASSESSED);
  }

  private static List<SignalQuestion> ask(DossierFixture now, DossierFixture lastYear) {
    return Signals.of(now.make(), lastYear.make(), MINUTES, List.of(), ALONE);
  }

  private static DossierFixture before() {
    return new DossierFixture()
        .answer(RESOLUTION, true, null, null, "Chi bộ có Nghị quyết 01.")
        .answer(PEACE, true, null, null, "Không có mâu thuẫn nào.")
        .answer(CRIMES, true, 3, 3, "Ba vụ, bằng năm trước.");
  }

  @Test
  void asksNothingOfWhatIsOrdinary() {
    assertThat(ask(ordinary(), before())).isEmpty();
    assertThat(Signals.of(new DossierFixture().make(), null, null, List.of(), ALONE)).isEmpty();
  }

  @Test
  void asksWhereABodyOfTheLawDidNotCome() {
    var police = participant(StandardParticipant.Code.POLICE);
    var front = participant(StandardParticipant.Code.FRONT);
    assertThat(Signals.notAllCame(MINUTES, List.of(police))).isEmpty();
    assertThat(Signals.notAllCame(MINUTES, List.of(police, front)))
        .contains(new SignalQuestion(Kind.NOT_ALL_CAME, null, List.of(1L, 2L)));
  }

  private static StandardParticipant participant(StandardParticipant.Code code) {
    return new StandardParticipant(code, false, "Điều 9", "");
  }

  @Test
  void asksWhereManyBecameNone() {
    DossierFixture none =
        ordinary().answer(CRIMES, true, 0, Signals.MANY, "Không có vụ nào trong năm.");
    assertThat(ask(none, before()))
        .contains(new SignalQuestion(Kind.FELL_TO_ZERO, "4.4.a", List.of((long) Signals.MANY)));
    DossierFixture few =
        ordinary().answer(CRIMES, true, 0, Signals.MANY - 1, "Không có vụ nào trong năm.");
    assertThat(ask(few, before()))
        .extracting(SignalQuestion::kind)
        .doesNotContain(Kind.FELL_TO_ZERO);
  }

  @Test
  void asksWhereLastYearsNumberBecameAnotherOne() {
    DossierFixture other = ordinary().answer(CRIMES, true, 2, 9, "Hai vụ, năm trước chín vụ.");
    assertThat(ask(other, before()))
        .containsExactly(new SignalQuestion(Kind.OTHER_LAST_YEAR, "4.4.a", List.of(9L, 3L)));
  }

  @Test
  void asksWhereNumbersAndAnswerDisagree() {
    DossierFixture more = ordinary().answer(CRIMES, true, 4, 3, "Bốn vụ nhưng nhẹ hơn năm trước.");
    assertThat(ask(more, before()))
        .containsExactly(new SignalQuestion(Kind.NUMBERS_DISAGREE, "4.4.a", List.of()));
  }

  @Test
  void asksWhereEveryWordIsLastYears() {
    assertThat(ask(ordinary(), ordinary()))
        .extracting(SignalQuestion::kind)
        .contains(Kind.SAME_WORDS);
    DossierFixture oneOther = ordinary().answer(PEACE, true, null, null, "Có ba việc nhỏ.");
    assertThat(ask(oneOther, ordinary()))
        .extracting(SignalQuestion::kind)
        .doesNotContain(Kind.SAME_WORDS);
  }

  @Test
  void asksWhereItWasMadeInMinutes() {
    DossierFixture quick =
        new DossierFixture()
            .answer(RESOLUTION, true, null, null, "Chi bộ có Nghị quyết 03.")
            .later(3)
            .step(StandardStep.Kind.SELF_ASSESSED);
    assertThat(Signals.quick(quick.make()))
        .contains(new SignalQuestion(Kind.QUICK, null, List.of(4L, 3L)));
    assertThat(Signals.quick(ordinary().make())).isEmpty();
  }

  @Test
  void asksWhereEveryUnitOfACommuneIsPerfect() {
    assertThat(Signals.everyUnit(new Neighbours(5, 5, List.of()))).isPresent();
    assertThat(Signals.everyUnit(new Neighbours(5, 4, List.of()))).isEmpty();
    assertThat(Signals.everyUnit(new Neighbours(4, 4, List.of()))).isEmpty();
  }

  @Test
  void asksWhereAsManyCameEverywhere() {
    List<Integer> same = List.of(96, 120);
    assertThat(Signals.sameAttendance(MINUTES, Collections.nCopies(3, same)))
        .contains(new SignalQuestion(Kind.SAME_ATTENDANCE, null, List.of(3L, 96L, 120L)));
    assertThat(Signals.sameAttendance(MINUTES, List.of(same, same, List.of(95, 120)))).isEmpty();
  }

  @Test
  void aQuestionChangesNoAnswer() {
    DossierFixture none = ordinary().answer(CRIMES, true, 0, 40, "Không có vụ nào trong năm.");
    Dossier dossier = none.make();
    assertThat(Signals.of(dossier, before().make(), MINUTES, List.of(), ALONE)).isNotEmpty();
    assertThat(dossier.notMet()).isEmpty();
  }
}
