package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.CRIMES;
import static anbinh.standard.assessment.DossierFixture.HEAD;
import static anbinh.standard.assessment.DossierFixture.OFFICER;
import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DossierTest {
  private static final String WHY = "Cả năm không có vụ việc nào.";

  private static DossierFixture answered() {
    return new DossierFixture()
        .answer(RESOLUTION, true, null, null, WHY)
        .answer(PEACE, true, null, null, WHY)
        .answer(CRIMES, true, 1, 2, WHY);
  }

  @Test
  void anAnswerIsWholeWithWordsAndWithTheNumbersThatItsCriterionAsksFor() {
    Dossier dossier =
        new DossierFixture()
            .answer(RESOLUTION, true, null, null, "ngắn")
            .answer(PEACE, null, null, null, WHY)
            .answer(CRIMES, true, 1, null, WHY)
            .make();
    assertThat(dossier.unanswered()).containsExactly("4.1", "4.3.e", "4.4.a");
    assertThat(answered().make().unanswered()).isEmpty();
    assertThat(new DossierFixture().make().unanswered()).hasSize(3);
  }

  @Test
  void theLastVersionCountsAndTheOthersStay() {
    Dossier dossier = answered().answer(PEACE, false, null, null, "Có một vụ kéo dài.").make();
    assertThat(dossier.versions("4.3.e")).hasSize(2);
    assertThat(dossier.notMet()).containsExactly("4.3.e");
  }

  @Test
  void oneCriterionThatIsNotMetIsEnoughForAllOfIt() {
    assertThat(answered().make().notMet()).isEmpty();
    assertThat(answered().answer(CRIMES, true, false, 3, 2, WHY).make().notMet())
        .containsExactly("4.4.a");
  }

  @Test
  void whatWasAcceptedStaysSoUntilSomebodyAnswersOtherwise() {
    DossierFixture maker =
        answered()
            .review(RESOLUTION, Review.Outcome.ACCEPTED)
            .review(PEACE, Review.Outcome.ACCEPTED)
            .review(CRIMES, Review.Outcome.ASKED);
    assertThat(maker.make().unreviewed()).isEmpty();
    assertThat(maker.make().askedBack()).containsExactly("4.4.a");
    assertThat(maker.make().asked("4.4.a")).isPresent();

    maker.step(StandardStep.Kind.RETURNED).answer(PEACE, false, null, null, WHY);
    assertThat(maker.make().unreviewed()).containsExactly("4.3.e", "4.4.a");
    assertThat(maker.make().askedBack()).isEmpty();
    assertThat(maker.make().asked("4.4.a")).as("nobody answered it yet").isPresent();

    maker.answer(CRIMES, true, 1, 3, WHY);
    assertThat(maker.make().asked("4.4.a")).isEmpty();
  }

  @Test
  void whoChangesAnAnswerIsNoAssessor() {
    Dossier dossier =
        answered()
            .answer(PEACE, true, false, null, null, WHY)
            .review(PEACE, Review.Outcome.CHANGED)
            .make();
    assertThat(dossier.assessors()).containsExactly(HEAD);
    assertThat(dossier.appraisers()).containsExactly(OFFICER);
    assertThat(dossier.unreviewed()).containsExactly("4.1", "4.4.a");
  }

  @Test
  void whoNamesOrWithdrawsWhatSpeaksForAnAnswerAssesses() {
    UUID named = new UUID(0, 3);
    UUID withdrew = new UUID(0, 4);
    Dossier dossier =
        answered().evidence(RESOLUTION, named, null).evidence(PEACE, HEAD, withdrew).make();
    assertThat(dossier.assessors()).containsExactlyInAnyOrder(HEAD, named, withdrew);
    assertThat(dossier.appraisers()).isEmpty();
  }

  @Test
  void theDaysAreThoseOfTheCircular() {
    var days = answered().make().days();
    assertThat(days.periodFrom()).isEqualTo(LocalDate.of(2025, 11, 1));
    assertThat(days.periodTo()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(days.over(LocalDate.of(2026, 10, 31))).isFalse();
    assertThat(days.over(LocalDate.of(2026, 11, 1))).isTrue();
    assertThat(days.lateToDecide(LocalDate.of(2026, 11, 14))).isFalse();
    assertThat(days.lateToDecide(LocalDate.of(2026, 11, 15))).as("before 15 November").isTrue();
    assertThat(days.lateToRegister(LocalDate.of(2026, 3, 31))).isFalse();
    assertThat(days.lateToRegister(LocalDate.of(2026, 4, 1))).isTrue();
  }

  @Test
  void numbersThatSayOtherwiseAreShownAndDecideNothing() {
    Answer more = answered().answer(CRIMES, true, 3, 2, WHY).make().answer("4.4.a").orElseThrow();
    assertThat(more.disagrees(CRIMES)).isTrue();
    assertThat(more.holds(CRIMES)).isTrue();
    Criterion share = DossierFixture.criterion("5.4", AnswerKind.SHARE);
    var said = new Answer.Said(true, 16, 25, List.of(), WHY);
    assertThat(said.version(share, 1, 1, false, HEAD, DossierFixture.START).disagrees(share))
        .isTrue();
    var enough = new Answer.Said(true, 18, 25, List.of(), WHY);
    assertThat(enough.version(share, 1, 1, false, HEAD, DossierFixture.START).disagrees(share))
        .isFalse();
  }

  @Test
  void whatWasSentIsWhatCountedThenWhateverIsPutBesideItSince() {
    assertThat(answered().make().asSent().notMet()).as("never sent").isEmpty();
    DossierFixture maker =
        answered()
            .step(StandardStep.Kind.SELF_ASSESSED)
            .answer(PEACE, true, false, null, null, WHY);
    assertThat(maker.make().notMet()).containsExactly("4.3.e");
    assertThat(maker.make().asSent().notMet()).isEmpty();
    maker.step(StandardStep.Kind.RETURNED).step(StandardStep.Kind.SELF_ASSESSED);
    assertThat(maker.make().asSent().notMet())
        .as("sent again as the answer stood")
        .containsExactly("4.3.e");
  }

  /// Whatever is done in whatever order: nothing that was said is lost, what counts is the last
  /// version, and a criterion is either unreviewed or has a review that is about what counts.
  @Test
  void nothingThatWasSaidIsLostInAnyOrder() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    List<Criterion> all = List.of(RESOLUTION, PEACE, CRIMES);
    for (int run = 0; run < 200; run++) {
      var maker = new DossierFixture();
      int said = 0;
      for (int act = 0; act < 30; act++) {
        Criterion of = all.get(random.nextInt(all.size()));
        switch (random.nextInt(4)) {
          case 0 -> {
            maker.answer(of, random.nextBoolean(), random.nextInt(9), random.nextInt(9), WHY);
            said++;
          }
          case 1 -> {
            maker
                .answer(of, true, random.nextBoolean(), 1, 1, WHY)
                .review(of, Review.Outcome.CHANGED);
            said++;
          }
          case 2 ->
              maker.review(
                  of, random.nextBoolean() ? Review.Outcome.ACCEPTED : Review.Outcome.ASKED);
          default -> maker.step(StandardStep.Kind.RETURNED);
        }
      }
      Dossier dossier = maker.make();
      assertThat(dossier.answers()).as("seed %d", seed).hasSize(said);
      for (Criterion each : all) {
        List<Answer> versions = dossier.versions(each.code());
        assertThat(dossier.answer(each.code()))
            .as("seed %d", seed)
            .isEqualTo(versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
        dossier
            .review(each.code())
            .filter(review -> review.round() < dossier.assessment().round())
            .ifPresent(review ->
                assertThat(versions.getLast().at())
                    .as("seed %d", seed)
                    .isBeforeOrEqualTo(review.at()));
      }
    }
  }
}
