package anbinh.oversight.sample;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.oversight.OversightProblem;
import anbinh.oversight.finding.Findings;
import anbinh.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes answers of reviewers; what has no plain purpose becomes a finding in the same transaction.
@Component
class Reviews {
  private final SampleTable table;
  private final Reviewers reviewers;
  private final Findings findings;
  private final People people;
  private final AuditLog log;
  private final InstantSource clock;

  Reviews(
      SampleTable table,
      Reviewers reviewers,
      Findings findings,
      People people,
      AuditLog log,
      InstantSource clock) {
    this.table = table;
    this.reviewers = reviewers;
    this.findings = findings;
    this.people = people;
    this.log = log;
    this.clock = clock;
  }

  /// Whether an auditor may answer: its reviewer, and, while it has none or is overdue, any other
  /// of those who could have been.
  boolean mayAnswer(Review review, Person auditor) {
    if (review.answered() != null || people.maybeSame(auditor, review.person())) {
      return false;
    }
    if (auditor.id().equals(review.reviewer())) {
      return reviewers.mayJudge(auditor, review.person());
    }
    boolean free = review.reviewer() == null || review.overdue(clock.instant());
    return free && reviewers.of(review.person()).includes(auditor);
  }

  /// @param reason 10 to 1000 characters
  @Transactional
  Review answer(UUID id, Answer answer, String reason, Person by) {
    Review review =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(OversightProblem.NO_SUCH_REVIEW));
    if (review.answered() != null) {
      throw Problem.of(OversightProblem.REVIEW_ANSWERED);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID event =
        log.record(
            Event.of(SampleEvent.REVIEWED)
                .by(by.actor())
                .about("review", id, null)
                .fact("entry", review.index())
                .fact("answer", answer)
                .detail("reason", reason));
    @Nullable UUID finding = answer == Answer.NOT_PLAIN ? open(review) : null;
    table.answer(id, new Review.Answered(answer, reason, by.id(), now, event, finding));
    return table.find(id).orElseThrow();
  }

  private UUID open(Review review) {
    return findings.takeReviewed(
        new Findings.Reviewed(
            review.person(),
            review.kind(),
            review.targetKind(),
            review.targetId(),
            review.targetCode(),
            review.at(),
            review.from(),
            review.to(),
            review.index()));
  }
}
