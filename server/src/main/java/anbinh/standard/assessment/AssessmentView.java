package anbinh.standard.assessment;

import anbinh.identity.PersonName;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.StandardCondition;
import anbinh.standard.criteria.StandardParticipant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All of an assessment.
///
/// @param law by which it is assessed
/// @param authority the name of the area that appraises and decides; null for the whole site
/// @param late whether its decision is overdue
/// @param contradictions what stands today against it being met; after a decision, what records say
///   of it by now
/// @param participants the bodies of which somebody is to come to the meeting
/// @param questions to who appraises; empty for others
record AssessmentView(
    UUID id,
    String code,
    UUID areaId,
    String areaName,
    UnitKind unitKind,
    int year,
    StandardState state,
    @Nullable StandardOutcome outcome,
    int round,
    @Nullable Integer registered,
    @Nullable Integer registrable,
    boolean partyOrganisation,
    Assessment.@Nullable Paper plan,
    String law,
    @Nullable String authority,
    LocalDate periodFrom,
    LocalDate periodTo,
    LocalDate decideBefore,
    boolean late,
    boolean mayAssess,
    boolean mayAppraise,
    boolean mayDecide,
    List<CriterionItem> criteria,
    List<StandardStepView> steps,
    List<Contradiction> contradictions,
    List<StandardParticipant> participants,
    List<Signals.SignalQuestion> questions) {
  AssessmentView {
    criteria = List.copyOf(criteria);
    steps = List.copyOf(steps);
    contradictions = List.copyOf(contradictions);
    participants = List.copyOf(participants);
    questions = List.copyOf(questions);
  }

  /// A criterion with all that was said of it.
  ///
  /// @param text in the reader's language
  /// @param lawText in the law's own
  /// @param whole whether the answer that counts is complete
  /// @param disagrees whether its numbers say something else than it
  /// @param conditions of what it asks for only where there is such a thing
  /// @param versions of the answer, the last one, which counts, last
  /// @param review what was last said of that answer by who appraises
  /// @param asked what was asked back, as long as nobody answered it since
  /// @param lastYear what counted for it in the year before
  /// @param lastYearEvidence of the year before, that was not renewed yet
  record CriterionItem(
      String code,
      String text,
      String lawText,
      String law,
      AnswerKind answer,
      @Nullable Integer percent,
      boolean own,
      boolean whole,
      boolean disagrees,
      List<StandardCondition> conditions,
      List<StandardAnswerView> versions,
      @Nullable StandardReviewView review,
      @Nullable StandardReviewView asked,
      List<StandardEvidenceView> evidence,
      @Nullable StandardAnswerView lastYear,
      List<StandardEvidenceView> lastYearEvidence,
      List<StandardFact> facts) {
    CriterionItem {
      conditions = List.copyOf(conditions);
      versions = List.copyOf(versions);
      evidence = List.copyOf(evidence);
      lastYearEvidence = List.copyOf(lastYearEvidence);
      facts = List.copyOf(facts);
    }
  }

  record StandardAnswerView(
      int version,
      boolean appraisal,
      @Nullable Boolean met,
      @Nullable Integer number,
      @Nullable Integer against,
      List<StandardCondition.Code> absent,
      @Nullable String reason,
      PersonName by,
      Instant at) {
    StandardAnswerView {
      absent = List.copyOf(absent);
    }
  }

  /// Why a criterion was taken as met, with what stood against it then.
  record StandardExceptionView(
      String criterion, String reason, List<Contradiction> contradictions) {
    StandardExceptionView {
      contradictions = List.copyOf(contradictions);
    }
  }

  record StandardReviewView(
      Review.Outcome outcome, @Nullable String reason, PersonName by, Instant at) {}

  record StandardEvidenceView(
      UUID id,
      String title,
      @Nullable String number,
      LocalDate speaksFor,
      boolean renewed,
      Instant at,
      @Nullable String withdrawnReason) {}

  record StandardStepView(
      StandardStep.Kind kind,
      int round,
      @Nullable StandardOutcome outcome,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String words,
      @Nullable String lateReason,
      PersonName by,
      Instant at,
      @Nullable MeetingMinutes minutes,
      List<StandardExceptionView> exceptions) {
    StandardStepView {
      exceptions = List.copyOf(exceptions);
    }
  }
}
