package anbinh.situation.officer;

import anbinh.identity.PersonName;
import anbinh.situation.SituationEvent;
import anbinh.situation.deadlines.SituationDeadlines.Pressure;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.ReportedNature;
import anbinh.situation.report.SituationContent.VersionStatus;
import anbinh.situation.report.SituationMediaKind;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTrail.StepMark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as a desk's list shows it: nothing of what was written, nor of who wrote it.
///
/// @param villageName null where the reporter does not know
/// @param late whether it came in long after it happened
/// @param changed whether its reporter changed it before it was received
/// @param receiver the officer who has it
/// @param due null where nothing is due
/// @param escalated whether the next one up was told
/// @param attention whether something waits that came in beside, or after the end
/// @param mediaArrived of the files that were announced
/// @param merged how many go on with it
record SituationView(
    UUID id,
    String code,
    SituationChannel channel,
    UUID communeId,
    @Nullable UUID villageId,
    @Nullable String villageName,
    String kind,
    boolean danger,
    boolean injured,
    boolean urgent,
    boolean guarded,
    SituationState state,
    @Nullable SituationState outcome,
    int revision,
    @Nullable Instant happenedAt,
    HappenedPrecision precision,
    Instant receivedAt,
    boolean late,
    boolean changed,
    @Nullable PersonName receiver,
    SituationState.@Nullable Next due,
    @Nullable Instant dueAt,
    Pressure pressure,
    boolean escalated,
    boolean attention,
    boolean retractionAsked,
    int mediaAnnounced,
    int mediaArrived,
    int merged,
    int reopened,
    @Nullable Instant closedAt,
    @Nullable Instant erasedAt) {

  /// One report, still without its content.
  ///
  /// @param skewSeconds by how much the reporter's clock was behind, to which times are put right
  /// @param mergedInto the one with which it goes on
  /// @param readsContent whether its content opens to the reader
  /// @param opensReporter whether who reported does
  record SituationDetails(
      SituationView situation,
      Instant notedAt,
      int skewSeconds,
      @Nullable UUID mediationId,
      @Nullable MergedSituation mergedInto,
      List<MergedSituation> merged,
      List<SituationMediaView> media,
      boolean readsContent,
      boolean opensReporter,
      List<SituationAction> actions,
      List<SituationStep> steps) {
    SituationDetails {
      merged = List.copyOf(merged);
      media = List.copyOf(media);
      actions = List.copyOf(actions);
      steps = List.copyOf(steps);
    }
  }

  record MergedSituation(UUID id, String code) {}

  /// @param by null for the reporter, and for the server
  record SituationStep(
      Instant at, SituationEvent what, @Nullable PersonName by, @Nullable StepMark mark) {}

  /// A file: null from `arrivedAt` on before it arrives.
  ///
  /// @param keepPosition whether the place in it was kept, as its sender asked for
  /// @param checked whether it was checked for malware
  /// @param withdrawnAt since when its sender does not send it any more
  record SituationMediaView(
      UUID id,
      SituationMediaKind kind,
      boolean keepPosition,
      Instant announcedAt,
      @Nullable Instant arrivedAt,
      @Nullable String type,
      @Nullable Integer bytes,
      @Nullable String sha256,
      @Nullable Boolean checked,
      @Nullable Instant withdrawnAt) {}

  /// What was written, opened for a reader.
  ///
  /// @param current the number of the version that counts
  record SituationContentView(
      List<ReportVersionView> versions, int current, List<SituationNoteView> notes) {
    SituationContentView {
      versions = List.copyOf(versions);
      notes = List.copyOf(notes);
    }
  }

  /// @param by null for the reporter
  /// @param circumstances null in what was written before they were kept
  record ReportVersionView(
      int number,
      Instant at,
      @Nullable PersonName by,
      @Nullable Instant deviceTime,
      VersionStatus status,
      ReportedNature said,
      @Nullable ReportedCircumstancesView circumstances,
      ReportWords words) {}

  /// Where and when by a version, by the server's clock.
  ///
  /// @param clockDoubtful whether a time had not come yet, and is as of the receipt
  record ReportedCircumstancesView(
      UUID communeId,
      @Nullable UUID villageId,
      @Nullable String villageName,
      @Nullable Instant happenedAt,
      HappenedPrecision precision,
      Instant notedAt,
      boolean clockDoubtful) {}

  /// @param by null for the reporter
  record SituationNoteView(
      Instant at,
      @Nullable PersonName by,
      NoteKind what,
      @Nullable Instant occurredAt,
      boolean late,
      @Nullable String authority,
      String words) {}

  /// One that may tell of the same.
  ///
  /// @param metres between the two points; null where one is not known to the reader
  record SituationCandidate(SituationView situation, @Nullable Integer metres) {}

  /// Those nearest in time.
  ///
  /// @param more whether there are others
  record SituationCandidates(List<SituationCandidate> items, boolean more) {
    SituationCandidates {
      items = List.copyOf(items);
    }
  }

  /// What the reader may do with it now.
  enum SituationAction {
    ACKNOWLEDGE,
    CLASSIFY,
    WRITE,
    REFER,
    MEDIATE,
    RESOLVE,
    CLOSE,
    REOPEN,
    DECIDE_RETRACTION,
    LOOK,
    NOTE,
    /// To ask who reported, who has a follow-up code.
    ASK,
    MERGE,
    SEPARATE,
    STEP_ASIDE
  }
}
