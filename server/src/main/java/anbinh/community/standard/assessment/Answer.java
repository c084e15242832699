package anbinh.community.standard.assessment;

import anbinh.community.standard.criteria.AnswerKind;
import anbinh.community.standard.criteria.Criterion;
import anbinh.platform.FieldProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of the answer to a criterion; it may be half of one while it is being written.
///
/// @param appraisal whether who appraised wrote it
/// @param number this year's, or of how many units it is true
/// @param against last year's, or how many units there are
record Answer(
    String criterion,
    int version,
    int round,
    boolean appraisal,
    @Nullable Boolean met,
    @Nullable Integer number,
    @Nullable Integer against,
    @Nullable String reason,
    UUID by,
    Instant at) {
  static final int SHORTEST_REASON = 10;

  /// What it says, without who and when.
  record Said(
      @Nullable Boolean met,
      @Nullable Integer number,
      @Nullable Integer against,
      @Nullable String reason) {
    /// What is missing for a criterion.
    List<FieldProblem> problems(Criterion criterion) {
      List<FieldProblem> problems = new ArrayList<>();
      if (met == null) {
        problems.add(new FieldProblem("met", "required"));
      }
      if (criterion.answer().hasNumbers() && number == null) {
        problems.add(new FieldProblem("number", "required"));
      }
      if (criterion.answer().hasNumbers() && against == null) {
        problems.add(new FieldProblem("against", "required"));
      }
      if (reason == null || reason.codePointCount(0, reason.length()) < SHORTEST_REASON) {
        problems.add(new FieldProblem("reason", "standard-reason", List.of(SHORTEST_REASON)));
      }
      return problems;
    }

    boolean complete(Criterion criterion) {
      return problems(criterion).isEmpty();
    }

    Answer version(Criterion of, int version, int round, boolean appraisal, UUID by, Instant at) {
      return new Answer(of.code(), version, round, appraisal, met, number, against, reason, by, at);
    }
  }

  Said said() {
    return new Said(met, number, against, reason);
  }

  boolean saysSame(Said other) {
    return said().equals(other);
  }

  boolean holds() {
    return Boolean.TRUE.equals(met);
  }

  /// Whether what it says of the criterion is not what its numbers say: shown, never decided by.
  boolean disagrees(Criterion criterion) {
    Integer now = number;
    Integer other = against;
    if (met == null || now == null || other == null || !criterion.answer().hasNumbers()) {
      return false;
    }
    boolean byNumbers =
        criterion.answer() == AnswerKind.LAST_YEAR
            ? now <= other
            : now * 100L >= (long) Objects.requireNonNull(criterion.percent()) * other;
    return byNumbers != holds();
  }
}
