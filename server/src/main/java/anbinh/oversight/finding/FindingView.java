package anbinh.oversight.finding;

import anbinh.identity.PersonName;
import anbinh.oversight.access.Covered;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessKind;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A finding as auditors see it: the numbers of which the sentence is made that explains it.
///
/// @param openedEntry its opening's place in the log; null until it is appended
/// @param windowDays how far back looks counted together
/// @param looks how many looks, nights or entries of the log, as the rule counts
/// @param ofOwn how many looks at other targets the person has without a case
/// @param atTarget how many looks at the target others have
/// @param ofOthers how many looks of the kind others have in the same area
/// @param usual how many entries the busiest twentieth of the colleagues' days has
record FindingView(
    UUID id,
    String code,
    Rule rule,
    PersonName person,
    FootageAccessKind kind,
    @Nullable TargetView target,
    @Nullable LocalDate day,
    Instant openedAt,
    @Nullable Long openedEntry,
    long windowDays,
    long looks,
    @Nullable Long ofOwn,
    @Nullable Long atTarget,
    @Nullable Long ofOthers,
    @Nullable Long usual,
    @Nullable ClosingView closing) {

  /// @param code what people call it, if it has a code
  record TargetView(String kind, String id, @Nullable String code) {}

  /// @param entry the closing's place in the log; null until it is appended
  record ClosingView(
      Result result, String reason, PersonName by, Instant at, @Nullable Long entry) {}

  /// @param looked the looks that it is made of, oldest first
  record Details(@JsonUnwrapped FindingView finding, List<LookView> looked) {
    Details {
      looked = List.copyOf(looked);
    }
  }

  /// One look.
  ///
  /// @param from the beginning of the footage
  /// @param covered as it is known now: a case may have been opened since
  /// @param entries how many entries of the log it is put together from
  /// @param indexes the places of the first hundred of them
  record LookView(
      Instant at,
      FootageAccessKind kind,
      TargetView target,
      Instant from,
      Instant to,
      Covered covered,
      @Nullable UUID caseId,
      int entries,
      List<Long> indexes) {
    LookView {
      indexes = List.copyOf(indexes);
    }

    static LookView of(FootageAccess look) {
      return new LookView(
          look.firstAt(),
          look.kind(),
          new TargetView(look.targetKind(), look.targetId(), look.targetCode()),
          look.from(),
          look.to(),
          look.covered(),
          look.caseId(),
          look.entries(),
          look.indexes());
    }
  }
}
