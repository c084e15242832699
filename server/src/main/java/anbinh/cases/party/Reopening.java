package anbinh.cases.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wish that the sealed record of one of the people of a case be opened again, and what became
/// of it. Never printed: a reason may tell who somebody is.
///
/// @param role what the person is in the case
/// @param from the day of the new legal basis
/// @param until the last day on which the record may then be read
/// @param decision null while nobody has decided
record Reopening(
    UUID id,
    UUID caseId,
    String caseCode,
    UUID partyId,
    PartyRole role,
    boolean child,
    LocalDate from,
    LocalDate until,
    Requested requested,
    UUID askedBy,
    Instant askedAt,
    @Nullable Decision decision) {

  /// Why, and on what new legal basis.
  record Requested(String reason, String document, String article) {
    @Override
    public String toString() {
      return "Wanted[…]";
    }
  }

  enum Outcome {
    CONFIRMED,
    REFUSED
  }

  /// Who, beside the police, agreed in writing.
  enum Authority {
    PROSECUTOR,
    COURT
  }

  /// @param paper what the prosecutor or the court wrote; null when it was refused
  /// @param reason null when it was confirmed and nothing was added
  record Answer(@Nullable Paper paper, @Nullable String reason) {
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  record Paper(Authority authority, String number, LocalDate on) {}

  record Decision(Outcome outcome, Answer answer, UUID by, Instant at) {}

  @Override
  public String toString() {
    return "Reopening[" + id + "]";
  }
}
