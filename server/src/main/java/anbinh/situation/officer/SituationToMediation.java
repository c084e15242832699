package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.mediation.NewMediation;
import anbinh.mediation.dispute.MediationReception;
import anbinh.mediation.dispute.MediationReception.ScopeAnswered;
import anbinh.platform.Problem;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDoubts;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationState;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands a report to the mediators of a village, where the scope check lets it through. Safe for
/// many threads.
@Component
class SituationToMediation {
  private final SituationHandling handling;
  private final MediationReception mediations;
  private final SituationDoubts doubts;

  SituationToMediation(
      SituationHandling handling, MediationReception mediations, SituationDoubts doubts) {
    this.handling = handling;
    this.mediations = mediations;
    this.doubts = doubts;
  }

  /// What became of it.
  enum Sent {
    MEDIATION,
    /// Stopped by an answer.
    STOPPED,
    /// Stopped for violence or a child, and guarded from now on.
    GUARDED
  }

  @Transactional
  Sent send(UUID id, NewMediation requested, String words, Person by) {
    Situation situation = handling.requireMediable(id, by);
    ScopeAnswered answered = mediations.check(requested.answers());
    if (answered.guards()) {
      handling.guard(id, words, by);
      return Sent.GUARDED;
    }
    if (!answered.passes()) {
      return Sent.STOPPED;
    }
    if (situation.state() == SituationState.SENT_TO_MEDIATION) {
      // A double click makes no second one; what is to be decided again may be mediated again.
      throw Problem.of(SituationProblem.SITUATION_ELSEWHERE, situation.code());
    }
    UUID mediation = mediations.receive(requested, doubts.written(id), by);
    handling.sentToMediation(id, mediation, words, by);
    return Sent.MEDIATION;
  }
}
