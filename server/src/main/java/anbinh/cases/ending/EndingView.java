package anbinh.cases.ending;

import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import anbinh.identity.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was said of the end of a case as clients see it.
///
/// @param kind null where an end is undone, as are whose paper it is, its number and its day
record EndingView(
    UUID id,
    UUID caseId,
    String caseCode,
    CaseEnding.EndingAction act,
    CaseEnding.@Nullable EndKind kind,
    CaseEnding.@Nullable Issuer authority,
    @Nullable String number,
    @Nullable LocalDate on,
    String reason,
    PersonName askedBy,
    Instant askedAt,
    @Nullable EndingDecisionView decision) {
  record EndingDecisionView(
      CaseEnding.EndingOutcome outcome, @Nullable String reason, PersonName by, Instant at) {}

  /// The end that counts.
  record EndView(CaseEnding.EndKind kind, LocalDate on, Instant confirmedAt) {
    static EndView of(CaseEnd end) {
      return new EndView(end.kind(), end.on(), end.confirmedAt());
    }
  }

  /// All of one case, newest first.
  ///
  /// @param end null while no end is known
  /// @param mayAsk whether the reader may say now that the case is over for good
  /// @param mayUndo whether the reader may ask now that it be undone
  /// @param mayDecide whether the reader may decide what waits
  record CaseEndings(
      @Nullable EndView end,
      boolean mayAsk,
      boolean mayUndo,
      boolean mayDecide,
      List<EndingView> items) {
    CaseEndings {
      items = List.copyOf(items);
    }
  }

  static EndingView of(CaseEnding each, Map<UUID, String> names) {
    CaseEnding.Paper paper = each.paper();
    CaseEnding.Decision decision = each.decision();
    return new EndingView(
        each.id(),
        each.caseId(),
        each.caseCode(),
        each.act(),
        paper == null ? null : paper.kind(),
        paper == null ? null : paper.authority(),
        paper == null ? null : paper.number(),
        paper == null ? null : paper.on(),
        each.reason(),
        PersonName.of(each.askedBy(), names),
        each.askedAt(),
        decision == null
            ? null
            : new EndingDecisionView(
                decision.outcome(),
                decision.reason(),
                PersonName.of(decision.by(), names),
                decision.at()));
  }
}
