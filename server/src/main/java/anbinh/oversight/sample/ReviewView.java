package anbinh.oversight.sample;

import anbinh.identity.PersonName;
import anbinh.oversight.access.Covered;
import anbinh.oversight.access.FootageAccessKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A look that was drawn, as auditors see it.
///
/// @param week the Monday with which the week of the draw begins
/// @param entry its place in the log
/// @param from the beginning of the footage
/// @param covered whether a case explains it, as it is known now; null where that is not known
/// @param reviewer null while there is nobody who could
/// @param sameUnit whether there was nobody of another unit
/// @param mayAnswer whether the reader may
record ReviewView(
    UUID id,
    LocalDate week,
    long entry,
    PersonName person,
    FootageAccessKind kind,
    TargetView target,
    Instant at,
    Instant from,
    Instant to,
    @Nullable Covered covered,
    @Nullable PersonName reviewer,
    boolean sameUnit,
    Instant dueAt,
    boolean overdue,
    boolean mayAnswer,
    @Nullable AnswerView answer) {

  /// @param code what people call it, if it has a code
  record TargetView(String kind, String id, @Nullable String code) {}

  /// @param entry the answer's place in the log; null until it is appended
  /// @param findingId the finding that it opened or added to
  record AnswerView(
      Answer answer,
      String reason,
      PersonName by,
      Instant at,
      @Nullable Long entry,
      @Nullable UUID findingId) {}
}
