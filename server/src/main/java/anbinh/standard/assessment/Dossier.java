package anbinh.standard.assessment;

import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardVersion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All that was said in one assessment, and what follows from it.
///
/// @param answers all versions, the last one of a criterion last
/// @param reviews in the order of time
/// @param evidence in the order in which it was entered, also what was withdrawn
/// @param steps in the order of time
public record Dossier(
    Assessment assessment,
    StandardVersion version,
    List<Criterion> criteria,
    List<Answer> answers,
    List<Review> reviews,
    List<Evidence> evidence,
    List<StandardStep> steps) {
  public Dossier {
    criteria = List.copyOf(criteria);
    answers = List.copyOf(answers);
    reviews = List.copyOf(reviews);
    evidence = List.copyOf(evidence);
    steps = List.copyOf(steps);
  }

  StandardVersion.Days days() {
    return version.days(assessment.year());
  }

  Optional<Criterion> find(String code) {
    return criteria.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  List<Answer> versions(String code) {
    return answers.stream().filter(each -> each.criterion().equals(code)).toList();
  }

  /// What counts for a criterion.
  Optional<Answer> answer(String code) {
    return answers.stream()
        .filter(each -> each.criterion().equals(code))
        .max(Comparator.comparingInt(Answer::version));
  }

  /// What was last said of a criterion by who appraises, as long as it still is about the answer
  /// that counts: one that was asked back is answered by sending it anew, and one that was accepted
  /// stays so until somebody answers otherwise.
  Optional<Review> review(String code) {
    return last(code).filter(each -> each.round() == assessment.round() || stillTrue(each));
  }

  private boolean stillTrue(Review review) {
    return review.outcome() != Review.Outcome.ASKED
        && answer(review.criterion())
            .filter(answer -> !answer.at().isAfter(review.at()))
            .isPresent();
  }

  /// What was asked back of a criterion, as long as nobody answered it since.
  Optional<Review> asked(String code) {
    return last(code)
        .filter(each -> each.outcome() == Review.Outcome.ASKED)
        .filter(each -> answer(code).filter(answer -> answer.at().isAfter(each.at())).isEmpty());
  }

  private Optional<Review> last(String code) {
    return reviews.stream()
        .filter(each -> each.criterion().equals(code))
        .reduce((_, later) -> later);
  }

  /// The codes of those without a whole answer.
  List<String> unanswered() {
    return codes(
        each -> answer(each.code()).filter(answer -> answer.said().complete(each)).isEmpty());
  }

  /// The codes of those that who appraises has still to say something of.
  List<String> unreviewed() {
    return codes(each -> review(each.code()).isEmpty());
  }

  /// The codes of those that are asked back.
  List<String> askedBack() {
    return codes(each ->
        review(each.code()).filter(review -> review.outcome() == Review.Outcome.ASKED).isPresent());
  }

  /// The codes of those that are not met: with one of them the standard is not (articles 4 to 7).
  List<String> notMet() {
    return codes(each -> answer(each.code()).filter(answer -> answer.holds(each)).isEmpty());
  }

  private List<String> codes(Predicate<Criterion> requested) {
    return criteria.stream().filter(requested).map(Criterion::code).toList();
  }

  /// Who registered the unit, answered for it, named or withdrew what speaks for an answer, or sent
  /// it.
  Set<UUID> assessors() {
    Set<UUID> all = new HashSet<>();
    answers.stream().filter(each -> !each.appraisal()).forEach(each -> all.add(each.by()));
    for (Evidence each : evidence) {
      all.add(each.by());
      Optional.ofNullable(each.withdrawnBy()).ifPresent(all::add);
    }
    steps.stream()
        .filter(each ->
            each.kind() == StandardStep.Kind.REGISTERED
                || each.kind() == StandardStep.Kind.SELF_ASSESSED)
        .forEach(each -> all.add(each.by()));
    return all;
  }

  /// Who said anything of an answer, or proposed.
  Set<UUID> appraisers() {
    Set<UUID> all = new HashSet<>();
    reviews.forEach(each -> all.add(each.by()));
    steps.stream()
        .filter(each -> each.kind() == StandardStep.Kind.APPRAISED)
        .forEach(each -> all.add(each.by()));
    return all;
  }

  /// The minutes that it was last sent with, out of all of them by step.
  @Nullable MeetingMinutes lastMinutes(Map<UUID, MeetingMinutes> minutes) {
    return lastStep(StandardStep.Kind.SELF_ASSESSED)
        .map(each -> minutes.get(each.id()))
        .orElse(null);
  }

  /// The same with the answers that counted when it was last sent, whatever was put beside them
  /// since; itself where it was never sent.
  Dossier asSent() {
    return lastStep(StandardStep.Kind.SELF_ASSESSED)
        .map(sent ->
            new Dossier(
                assessment,
                version,
                criteria,
                answers.stream().filter(each -> !each.at().isAfter(sent.at())).toList(),
                reviews,
                evidence,
                steps))
        .orElse(this);
  }

  Optional<StandardStep> lastStep(StandardStep.Kind kind) {
    return steps.stream().filter(each -> each.kind() == kind).reduce((_, later) -> later);
  }
}
