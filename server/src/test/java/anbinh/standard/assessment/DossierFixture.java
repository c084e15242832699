package anbinh.standard.assessment;

import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardCondition;
import anbinh.standard.criteria.StandardVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Dossiers made by hand, for tests of what follows from them.
final class DossierFixture {
  static final UUID HEAD = new UUID(0, 1);
  static final UUID OFFICER = new UUID(0, 2);
  static final Instant START = Instant.parse("2026-10-25T02:00:00Z");

  static final Criterion RESOLUTION = criterion("4.1", AnswerKind.JUDGMENT);
  static final Criterion PEACE = criterion("4.3.e", AnswerKind.JUDGMENT);
  static final Criterion CRIMES = criterion("4.4.a", AnswerKind.LAST_YEAR);

  private static final StandardVersion VERSION =
      new StandardVersion(
          UnitKind.RESIDENTIAL_AREA,
          2022,
          null,
          "Thông tư 124/2021/TT-BCA",
          "Điều 4",
          MonthDay.of(11, 1),
          MonthDay.of(10, 31),
          MonthDay.of(3, 31),
          MonthDay.of(11, 15),
          StandardVersion.Level.COMMUNE);

  private final List<Answer> answers = new ArrayList<>();
  private final List<Review> reviews = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<StandardStep> steps = new ArrayList<>();
  private List<Criterion> criteria = List.of(RESOLUTION, PEACE, CRIMES);
  private boolean partyOrganisation = true;
  private int round = 1;
  private int minutes;

  static Criterion criterion(String code, AnswerKind answer) {
    return new Criterion(
        new UUID(1, code.hashCode()),
        UnitKind.RESIDENTIAL_AREA,
        code,
        2022,
        null,
        answer,
        answer == AnswerKind.SHARE ? 70 : null,
        "Điều 4",
        new Criterion.DecisionReason(code, code, code),
        false,
        List.of());
  }

  DossierFixture criteria(Criterion... requested) {
    criteria = List.of(requested);
    return this;
  }

  DossierFixture withoutPartyOrganisation() {
    partyOrganisation = false;
    return this;
  }

  /// An answer that there is not what it is about.
  DossierFixture answer(Criterion to, List<StandardCondition.Code> absent, String reason) {
    answers.add(
        Answer.Said.of(to, null, null, null, absent, reason)
            .version(to, 1, round, false, HEAD, now()));
    return this;
  }

  DossierFixture later(int by) {
    minutes += by;
    return this;
  }

  DossierFixture answer(
      Criterion to,
      @Nullable Boolean met,
      @Nullable Integer number,
      @Nullable Integer against,
      String reason) {
    return answer(to, false, met, number, against, reason);
  }

  DossierFixture answer(
      Criterion to,
      boolean appraisal,
      @Nullable Boolean met,
      @Nullable Integer number,
      @Nullable Integer against,
      String reason) {
    int version = 1 + (int) answers.stream().filter(a -> a.criterion().equals(to.code())).count();
    answers.add(
        new Answer.Said(met, number, against, List.of(), reason)
            .version(to, version, round, appraisal, appraisal ? OFFICER : HEAD, now()));
    return this;
  }

  DossierFixture review(Criterion of, Review.Outcome outcome) {
    reviews.add(
        new Review(
            new UUID(2, reviews.size()), of.code(), round, outcome, "Vì sao", OFFICER, now()));
    return this;
  }

  /// @param withdrawnBy null where it was not withdrawn
  DossierFixture evidence(Criterion of, UUID by, @Nullable UUID withdrawnBy) {
    boolean withdrawn = withdrawnBy != null;
    evidence.add(
        new Evidence(
            new UUID(5, evidence.size()),
            of.code(),
            "Nghị quyết chi bộ",
            null,
            LocalDate.of(2026, 2, 12),
            null,
            by,
            now(),
            withdrawn ? "Đã thay bằng số 05." : null,
            withdrawnBy,
            withdrawn ? now() : null));
    return this;
  }

  DossierFixture step(StandardStep.Kind kind) {
    UUID by =
        kind == StandardStep.Kind.RETURNED || kind == StandardStep.Kind.APPRAISED ? OFFICER : HEAD;
    steps.add(
        new StandardStep(
            new UUID(3, steps.size()), kind, round, null, null, null, null, null, by, now()));
    if (kind == StandardStep.Kind.RETURNED) {
      round++;
    }
    return this;
  }

  Dossier make() {
    return new Dossier(
        new Assessment(
            new UUID(4, 1),
            "STD-2026-0001",
            new UUID(4, 2),
            UnitKind.RESIDENTIAL_AREA,
            2026,
            null,
            120,
            120,
            partyOrganisation,
            null,
            StandardState.SELF_ASSESSED,
            null,
            round),
        VERSION,
        criteria,
        answers,
        reviews,
        evidence,
        steps);
  }

  private Instant now() {
    minutes++;
    return START.plusSeconds(minutes * 60L);
  }
}
