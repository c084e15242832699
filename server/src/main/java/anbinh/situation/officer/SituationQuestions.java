package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.followup.FollowCodes;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTrail;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an officer asks who reported by a follow-up code: also of a report that goes on with
/// another one, since each has a reporter of its own. Safe for many threads.
@Component
class SituationQuestions {
  private final SituationService keeper;
  private final SituationAccess access;
  private final SituationTrail trail;
  private final SituationDeadlines clock;
  private final FollowCodes codes;

  SituationQuestions(
      SituationService keeper,
      SituationAccess access,
      SituationTrail trail,
      SituationDeadlines clock,
      FollowCodes codes) {
    this.keeper = keeper;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    this.codes = codes;
  }

  /// Asks, once for each identifier.
  @Transactional
  void ask(UUID id, UUID questionId, String words, Person by) {
    Situation situation = keeper.lockForUpdate(id);
    On on = access.on(situation, by);
    if (!on.acts()) {
      throw access.refuse(id);
    }
    if (situation.state() == SituationState.SUBMITTED || !codes.hasOne(id)) {
      throw Problem.of(SituationProblem.SITUATION_ELSEWHERE, situation.code());
    }
    if (!trail.insertAddition(questionId, id)) {
      if (!trail.hasAddition(questionId, id)) {
        throw Problem.of(SituationProblem.SITUATION_ID_TAKEN);
      }
      return;
    }
    var note = new SituationNote(clock.now(), by.id(), NoteKind.QUESTION, null, false, null, words);
    Situation kept = keeper.keep(situation, keeper.content(situation).noted(note));
    keeper.note(SituationEvent.ASKED, kept, by, null);
  }
}
