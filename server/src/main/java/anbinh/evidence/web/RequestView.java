package anbinh.evidence.web;

import anbinh.cases.Clarified;
import anbinh.cases.Incident;
import anbinh.evidence.collect.footage.DiscardCause;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Paper;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.Reminder;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import anbinh.identity.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as clients see it; `case` is `relatedCase` only because Java reserves the word.
///
/// @param incident which one of the case it is about; null for all of it
/// @param mayDecide whether the reader may decide it now
/// @param whyNot the code of the reason, when not
/// @param mayGrantAll whether the reader may grant all that is asked for, and not only a part
/// @param senior why only a senior approver may grant all that is asked for; empty when every
///   approver may
/// @param subjectClass whom the footage is about; null where the requester did not say
/// @param paper by which it is asked; null where none was named
/// @param urgency who said that it cannot wait, and what became of the footage that was secured
/// @param mayMarkUrgent whether the reader may say so now
/// @param coverage for each camera what there is of the granted time, or of the asked time while it
///   is undecided; empty in lists
/// @param reminder how little of the time for a decision was left when it was last reminded of
/// @param ownerRequests the owners of community cameras who are asked, and what became of it
/// @param facts what to know before deciding; null in lists and once it is decided
/// @param history empty in lists
record RequestView(
    UUID id,
    String code,
    StateName state,
    @com.fasterxml.jackson.annotation.JsonProperty("case") CaseName relatedCase,
    @Nullable IncidentName incident,
    List<CameraName> cameras,
    Instant from,
    Instant to,
    @Nullable GrantView granted,
    Purpose purpose,
    LegalBasis legalBasis,
    Offence offence,
    String necessity,
    boolean urgent,
    @Nullable SubjectClass subjectClass,
    @Nullable Paper paper,
    @Nullable UrgencyView urgency,
    boolean mayMarkUrgent,
    PersonName requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable Reminder reminder,
    @Nullable PersonName decidedBy,
    @Nullable Instant decidedAt,
    @Nullable DecisionView decision,
    boolean mayDecide,
    @Nullable String whyNot,
    boolean mayGrantAll,
    List<Tiers.Reason> senior,
    List<CameraCoverage> coverage,
    List<OwnerRequestView> ownerRequests,
    @Nullable ProgressView progress,
    @Nullable UnavailableCause unavailable,
    @Nullable ExtractionView extraction,
    @Nullable OutcomeView outcome,
    @Nullable FactsView facts,
    List<HistoryLine> history) {
  RequestView {
    cameras = List.copyOf(cameras);
    senior = List.copyOf(senior);
    coverage = List.copyOf(coverage);
    ownerRequests = List.copyOf(ownerRequests);
    history = List.copyOf(history);
  }

  record CaseName(UUID id, String code, String title) {}

  /// @param withdrawn whether somebody said later that it was entered by mistake
  record IncidentName(
      UUID id,
      String title,
      Incident.Timing timing,
      Instant occurredFrom,
      @Nullable Instant occurredTo,
      boolean withdrawn) {}

  record CameraName(UUID id, String code, String name) {}

  /// What somebody who decides should know besides what is asked.
  ///
  /// @param occurredFrom when the case happened, to hold the asked time against
  /// @param earlier other requests of the same person for one of these cameras in the last 30 days,
  ///   newest first; only those that the reader may see
  record FactsView(
      Instant occurredFrom,
      @Nullable Instant occurredTo,
      List<CheckView.Warning> warnings,
      List<EarlierView> earlier) {
    FactsView {
      warnings = List.copyOf(warnings);
      earlier = List.copyOf(earlier);
    }
  }

  record EarlierView(UUID id, String code, StateName state, Instant requestedAt) {}

  /// @param ratifyBy when what was secured is discarded unless somebody else decides
  /// @param securedAt null while it is being taken
  /// @param discardedAt when it was deleted again, if it was
  record UrgencyView(
      UrgentReason reason,
      String words,
      PersonName markedBy,
      Instant markedAt,
      Instant ratifyBy,
      @Nullable Instant securedAt,
      @Nullable DiscardCause discardCause,
      @Nullable Instant discardedAt) {}

  record GrantView(Instant from, Instant to, List<UUID> cameraIds) {
    GrantView {
      cameraIds = List.copyOf(cameraIds);
    }
  }

  record DecisionView(DecisionOutcome outcome, DecisionReason reasonCode, String reason) {}

  /// @param step where the collector is
  record ProgressView(String step, int percent) {}

  /// @param packageUrl null when it was deleted
  /// @param deletedAt when its end had come; null while it is kept
  /// @param timestamp null when no time-stamp authority was set
  record ExtractionView(
      String code,
      Instant sealedAt,
      long bytes,
      String sha256,
      List<FileLine> files,
      long logIndex,
      @Nullable String packageUrl,
      @Nullable Instant deletedAt,
      @Nullable TimestampView timestamp) {
    ExtractionView {
      files = List.copyOf(files);
    }
  }

  /// @param state `STAMPED`, or `WAITING` for an authority that has not answered yet
  record TimestampView(String state, @Nullable Instant at, @Nullable String authority) {}

  record FileLine(String name, long bytes, String sha256) {}

  record OutcomeView(boolean useful, List<Clarified> clarified, String note, Instant at) {
    OutcomeView {
      clarified = List.copyOf(clarified);
    }
  }

  /// @param logIndex null until the log has it, which takes less than a second
  record HistoryLine(Instant at, String what, @Nullable PersonName who, @Nullable Long logIndex) {}
}
