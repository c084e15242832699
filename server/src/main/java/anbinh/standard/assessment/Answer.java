package anbinh.standard.assessment;

import anbinh.platform.FieldProblems;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardCondition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of the answer to a criterion; it may be half of one while it is being written.
///
/// @param appraisal whether who appraised wrote it
/// @param number this year's, or of how many units it is true
/// @param against last year's, or how many units there are
/// @param absent what there is not, of what the criterion asks for only where there is such a thing
record Answer(
    String criterion,
    int version,
    int round,
    boolean appraisal,
    @Nullable Boolean met,
    @Nullable Integer number,
    @Nullable Integer against,
    List<StandardCondition.Code> absent,
    @Nullable String reason,
    UUID by,
    Instant at) {
  Answer {
    absent = List.copyOf(absent);
  }

  /// What it says, without who and when.
  record Said(
      @Nullable Boolean met,
      @Nullable Integer number,
      @Nullable Integer against,
      List<StandardCondition.Code> absent,
      @Nullable String reason) {
    Said {
      absent = List.copyOf(absent);
    }

    /// The same without what is not asked for where there are not these things.
    static Said of(
        Criterion criterion,
        @Nullable Boolean met,
        @Nullable Integer number,
        @Nullable Integer against,
        @Nullable List<StandardCondition.Code> absent,
        @Nullable String reason) {
      List<StandardCondition.Code> none =
          absent == null ? List.of() : absent.stream().distinct().sorted().toList();
      boolean numbers = criterion.asksNumbers(none);
      return new Said(
          criterion.applies(none) ? met : null,
          numbers ? number : null,
          numbers ? against : null,
          none,
          reason);
    }

    /// What is wrong with it whether it is whole or half.
    FieldProblems mistakes(Criterion criterion) {
      var problems = new FieldProblems();
      for (StandardCondition.Code each : absent) {
        if (criterion.conditions().stream().noneMatch(one -> one.code() == each)) {
          problems.reject("absent", "standard-no-condition", criterion.code());
        }
      }
      boolean share = criterion.answer() == AnswerKind.SHARE;
      if (share && number != null && against != null && number > against) {
        problems.reject("number", "standard-more-than-all");
      }
      return problems;
    }

    /// What is wrong with it or missing for a criterion.
    FieldProblems problems(Criterion criterion) {
      FieldProblems problems = mistakes(criterion);
      boolean numbers = criterion.asksNumbers(absent);
      if (criterion.applies(absent) && met == null) {
        problems.reject("met", "required");
      }
      if (numbers && number == null) {
        problems.reject("number", "required");
      }
      if (numbers && against == null) {
        problems.reject("against", "required");
      }
      if (DecisionReason.isShort(reason)) {
        problems.reject("reason", "standard-reason", DecisionReason.MIN_LENGTH);
      }
      return problems;
    }

    boolean complete(Criterion criterion) {
      return problems(criterion).isEmpty();
    }

    Answer version(Criterion of, int version, int round, boolean appraisal, UUID by, Instant at) {
      return new Answer(
          of.code(), version, round, appraisal, met, number, against, absent, reason, by, at);
    }
  }

  Said said() {
    return new Said(met, number, against, absent, reason);
  }

  boolean saysSame(Said other) {
    return said().equals(other);
  }

  /// Whether it is met, or does not apply where there is no such thing.
  boolean holds(Criterion criterion) {
    return Boolean.TRUE.equals(met) || !criterion.applies(absent);
  }

  /// Whether what it says of the criterion is not what its numbers say.
  boolean disagrees(Criterion criterion) {
    Integer now = number;
    Integer other = against;
    if (met == null || now == null || other == null || !criterion.asksNumbers(absent)) {
      return false;
    }
    boolean byNumbers =
        criterion.answer() == AnswerKind.LAST_YEAR
            ? now <= other
            : Criterion.reaches(now, other, Objects.requireNonNull(criterion.percent()));
    return byNumbers != met;
  }
}
