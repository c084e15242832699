package anbinh.programme.web;

import anbinh.identity.PersonName;
import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import anbinh.programme.ProgrammeState;
import anbinh.programme.activity.ProgrammeActivityTable.YearOfActivities;
import anbinh.programme.assessment.ProgrammeAssessment;
import anbinh.programme.lifecycle.ProgrammeContent;
import anbinh.programme.lifecycle.ProgrammeProposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A programme as it is read by itself.
///
/// @param version of the text that holds, to be named by who assesses or copies
/// @param content the text that holds; while it is proposed, the last that was written
/// @param pending what waits for the chair; null for nothing
/// @param versions all texts, newest first, so that the one that waits is read before it is decided
/// @param proposals what was decided, newest first
/// @param lastVersion of the texts, to be named by who writes another
/// @param communes in which it lies where that is more than one, the one that keeps it first
/// @param own whether it is of the reader's area, whose activities and assessments they read
/// @param may what the reader may do now
record ProgrammeView(
    ProgrammeLine programme,
    int version,
    ProgrammeContent content,
    @Nullable ProgrammeProposalView pending,
    List<ProgrammeProposalView> proposals,
    List<ProgrammeVersionView> versions,
    int lastVersion,
    List<YearOfActivities> years,
    List<ProgrammeAssessmentView> assessments,
    @Nullable ProgrammeLine parent,
    List<ProgrammeCommune> communes,
    boolean own,
    ProgrammeRights may) {
  ProgrammeView {
    communes = List.copyOf(communes);
    proposals = List.copyOf(proposals);
    versions = List.copyOf(versions);
    years = List.copyOf(years);
    assessments = List.copyOf(assessments);
  }

  record ProgrammeArea(UUID id, String name) {}

  /// A programme as lists show it.
  ///
  /// @param kindName in the reader's language where the kind comes with the system
  /// @param assessed the last year whose assessment was confirmed
  record ProgrammeLine(
      UUID id,
      String code,
      String name,
      UUID kindId,
      String kindName,
      ProgrammeState state,
      UUID communeId,
      String communeName,
      List<ProgrammeArea> areas,
      @Nullable LocalDate launchedOn,
      @Nullable LocalDate endedOn,
      boolean recommended,
      @Nullable UUID parentId,
      @Nullable Integer assessed) {
    ProgrammeLine {
      areas = List.copyOf(areas);
    }
  }

  record ProgrammeProposalView(
      UUID id,
      ProgrammeProposal.Kind kind,
      int version,
      @Nullable String reason,
      PersonName proposedBy,
      Instant proposedAt,
      @Nullable ProgrammeDecisionView decision) {}

  /// @param by null of what a list brought in, which was decided on paper before
  record ProgrammeDecisionView(
      ProgrammeProposal.Outcome outcome,
      @Nullable String reason,
      @Nullable PersonName by,
      Instant at,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String signer) {}

  /// @param name what it is called from then on; null where it keeps its name
  /// @param reason why it was written
  record ProgrammeVersionView(
      int version,
      @Nullable String name,
      ProgrammeContent content,
      @Nullable String reason,
      PersonName writtenBy,
      Instant writtenAt) {}

  /// A commune in which a part of a programme lies.
  ///
  /// @param lead whether it keeps the programme; its chair decides
  /// @param consent to the text that waits, or that holds where none waits; null where it has none
  /// @param mayConsent whether the reader may consent for it now
  record ProgrammeCommune(
      UUID id,
      String name,
      boolean lead,
      @Nullable ProgrammeConsentView consent,
      boolean mayConsent) {}

  record ProgrammeConsentView(
      PersonName by, Instant at, String number, LocalDate on, @Nullable String signer) {}

  record ProgrammeAnswerView(
      String criterion, ProgrammeAssessment.Result result, @Nullable String words) {}

  /// @param communeId whose part it is about; null of the commune that keeps the programme
  /// @param communeName of the commune whose part it is about
  /// @param mayDecide whether the reader may confirm or return it now
  record ProgrammeAssessmentView(
      UUID id,
      @Nullable UUID communeId,
      String communeName,
      int year,
      List<ProgrammeAnswerView> answers,
      ProgrammeAssessment.Conclusion conclusion,
      String words,
      int partnersAsked,
      int partnersAgreed,
      ProgrammeAssessment.State state,
      PersonName madeBy,
      Instant madeAt,
      @Nullable PersonName decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String decisionReason,
      @Nullable String number,
      @Nullable LocalDate on,
      boolean mayDecide) {
    ProgrammeAssessmentView {
      answers = List.copyOf(answers);
    }
  }

  /// @param activityParts the communes in whose part the reader takes activities down, the one that
  ///   keeps it first; empty where it lies in one
  /// @param assess what the reader may assess now: a year for each part
  record ProgrammeRights(
      boolean revise,
      boolean step,
      boolean decide,
      boolean activities,
      List<ProgrammeArea> activityParts,
      List<ProgrammeYear> assess,
      boolean copy,
      boolean effect) {
    ProgrammeRights {
      activityParts = List.copyOf(activityParts);
      assess = List.copyOf(assess);
    }
  }

  /// A year of a part of a programme that waits for its assessment.
  ///
  /// @param communeId whose part it is; null of the commune that keeps the programme
  /// @param version the text that held when the year ended, whose criteria are answered
  record ProgrammeYear(@Nullable UUID communeId, String communeName, int year, int version) {}

  /// @param communeId the commune in whose part it was done, or what took that over; null where the
  ///   programme lies in one commune
  /// @param communeName as that commune was called
  /// @param late whether it was taken down after the assessment of its year was confirmed
  /// @param mayCorrect whether the reader may correct it: not once its part's year was assessed
  record ProgrammeActivityView(
      UUID id,
      int version,
      @Nullable UUID communeId,
      @Nullable String communeName,
      LocalDate on,
      String what,
      String place,
      List<PartnerKind> partners,
      int attended,
      @Nullable Integer women,
      @Nullable Integer youth,
      @Nullable String outcome,
      @Nullable String reason,
      PersonName enteredBy,
      Instant enteredAt,
      boolean late,
      boolean mayCorrect) {
    ProgrammeActivityView {
      partners = List.copyOf(partners);
    }
  }

  /// A programme in the tree of what was copied from what.
  ///
  /// @param mayRead whether the reader may open it
  record ProgrammeCopyLine(ProgrammeLine programme, boolean mayRead) {}

  /// A kind as the catalogue shows it.
  ///
  /// @param areaName of the office that added it; null of the system or of the whole site
  record ProgrammeKindView(
      UUID id,
      String code,
      boolean builtIn,
      int version,
      String name,
      String goal,
      List<String> rules,
      List<String> criteria,
      List<PartnerKind> partners,
      List<Indicator> indicators,
      @Nullable String areaName,
      boolean mayRevise) {
    ProgrammeKindView {
      rules = List.copyOf(rules);
      criteria = List.copyOf(criteria);
      partners = List.copyOf(partners);
      indicators = List.copyOf(indicators);
    }
  }
}
