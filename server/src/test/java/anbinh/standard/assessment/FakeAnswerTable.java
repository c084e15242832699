package anbinh.standard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Answers, reviews and evidence in memory; StandardIT runs the real table.
final class FakeAnswerTable extends StandardAnswerTable {
  private final Map<UUID, List<Answer>> answers = new HashMap<>();
  private final Map<UUID, List<Review>> reviews = new HashMap<>();
  private final Map<UUID, List<Evidence>> evidence = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  FakeAnswerTable() {
    super(null);
  }

  private static <T> List<T> of(Map<UUID, List<T>> all, UUID assessment) {
    return all.computeIfAbsent(assessment, _ -> new ArrayList<>());
  }

  @Override
  List<Answer> answers(UUID assessment) {
    return of(answers, assessment);
  }

  @Override
  void add(UUID assessment, Answer answer) {
    of(answers, assessment).add(answer);
  }

  @Override
  List<Review> reviews(UUID assessment) {
    return of(reviews, assessment);
  }

  @Override
  void add(UUID assessment, Review review) {
    of(reviews, assessment).add(review);
  }

  @Override
  List<Evidence> evidence(UUID assessment) {
    return of(evidence, assessment);
  }

  @Override
  Optional<Evidence> findEvidence(UUID assessment, UUID id) {
    return evidence(assessment).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  void add(UUID assessment, Evidence added) {
    of(evidence, assessment).add(added);
  }

  @Override
  void withdraw(UUID id, String reason, UUID by, Instant now) {
    evidence
        .values()
        .forEach(all ->
            all.replaceAll(each -> each.id().equals(id) ? withdrawn(each, reason, by, now) : each));
  }

  private static Evidence withdrawn(Evidence of, String reason, UUID by, Instant now) {
    return new Evidence(
        of.id(),
        of.criterion(),
        of.title(),
        of.number(),
        of.speaksFor(),
        of.renews(),
        of.by(),
        of.at(),
        reason,
        by,
        now);
  }
}
