package anbinh.cases.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the people of a case, without anything that says who.
///
/// @param child whether under the age of 18
/// @param from the day of the legal basis
/// @param until the last day on which the record may be read
record Party(
    UUID id,
    UUID caseId,
    PartyRole role,
    boolean child,
    LocalDate from,
    LocalDate until,
    UUID recordedBy,
    Instant recordedAt,
    @Nullable Instant erasedAt) {
  enum State {
    OPEN,
    SEALED,
    ERASED
  }

  State on(LocalDate today) {
    if (erasedAt != null) {
      return State.ERASED;
    }
    return today.isAfter(until) ? State.SEALED : State.OPEN;
  }
}
